/**
 * Words of asking (问话用词) that say nothing of the matter. Longer ones first: 有没有 before 没有.
 * They are looked for in simplified text; a name or saying of the site that holds one of them keeps it.
 */
const silent = `请问一下 我想问一下 我想问问 想问一下 想问问 想问 请问 问一下 问问 想知道 想了解 了解一下 告诉我 告诉 帮我查 查一下 听说 据说 为什么 为啥 凭什么
怎么回事 怎么办理 怎么办 怎么样 怎么弄 怎么走 怎么 怎样 如何 咋整 咋办 咋样 咋弄 咋 什么意思 啥意思 是什么 是啥 什么时候 啥时候 什么 啥 多少钱 多少 多久 多大 几个 几天 几点
有没有 能不能 会不会 可不可以 行不行 让不让 给不给 要不要 是不是 算不算 好不好 管不管 归不归 用不用 该不该 补不补 罚不罚 有哪些 是哪些 哪些 哪几个 哪个 哪里 哪儿 哪家 哪天 哪 在哪 去哪 到哪
可以 可不 能否 是否 有无 有什么 有啥 有吗 行吗 吗 呢 吧 呀 啊 嘛 么 啦 哦 哈 了 的 得 地方
我们这儿 我们这 我们 我家 我 咱们 咱家 咱 俺 你们 你 您 他们 他 她 它 大伙儿 大伙 人家 自己家 自己 这边 这儿 这里 这个 这 那边 那儿 那里 那个 那 一段 一个 一些 一下 几号
就是 是 就 都 也 还 很 太 挺 最 再 又 才 把 被 给 让 跟 和 与 或者 或 及 而且 而 但是 但 因为 所以 如果 要是 对于 关于 按照 按 由 向 于 之 谁
应该 需要 想要 想 要 准备 打算 方便 顺便 适合 比较 现在 目前 最近 以后 以前 今年 去年 明年 今天 明天 昨天 周末`;

/** Words that stand on nearly every page or in nearly every question (泛用词): they count a little. */
const light = `吉林市 吉林省 吉林 全市 市里 我市 本地 当地 这份文件 文件 指导意见 政策 规定 条款 条件 要求 标准 情况 问题 意见 办理 办 手续 流程 材料 带什么 带 申请 登记 资格 电话 地址 时间 范围
城镇 乡镇 镇子 镇上 镇里 镇 村子 村里 村 屯子 屯 县里 县 市 区 乡 农村 城里 城市 附近 开车 过来 出发 推荐 好玩 好看 好 名单 列表 包括 包含 介绍 说明 解读 意思 内容 具体 详细 最新 进展 推进 发展 建设 重点 支持 帮助 扶持 补助 补贴 钱
地 人 家 去 来 到 在 有 没 不 会 能 说 看 找 做 搞 弄 用 上 下 里 中 年 月 日 天 个 位 种 些 点 号 大 小 多 少 新 老
policy policies city county town village list what where how the of in on for to is are a an and my do does can i`;

const words = (list: string) => list.split(/\s+/u).sort((a, b) => b.length - a.length);
const pattern = (list: string) =>
  new RegExp(
    words(list)
      .map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word))
      .join('|'),
    'giu',
  );
const silentPattern = pattern(silent);
const lightPattern = pattern(light);

/** How much each character of a query matters, 0 to 1; `text` is simplified and folded. */
export function importanceOf(text: string): number[] {
  const importance: number[] = Array.from({ length: text.length }, (_, n) =>
    /[\p{L}\p{N}〇]/u.test(text.charAt(n)) ? 1 : 0,
  );
  const mark = (found: RegExp, value: number) => {
    for (const match of text.matchAll(found)) {
      const span = importance.slice(match.index, match.index + match[0].length);
      if (span.every((now) => now === 1)) importance.fill(value, match.index, match.index + match[0].length);
    }
  };
  mark(silentPattern, 0);
  mark(lightPattern, 0.2);
  // A Latin word or a number weighs like two characters, however long it is.
  for (const { 0: word, index } of text.matchAll(/[a-zü]+|[\d.,]+/giu)) {
    for (let n = index; n < index + word.length; n++)
      importance[n] = (importance[n] ?? 0) * Math.min(1, 2.5 / word.length);
  }
  return importance;
}
