/**
 * Words of asking (问话用词) that say nothing of the matter, in simplified text. What is rare on the site is not always telling:
 * people wrap a question in words that no page needs.
 */
const list =
  `请问一下 我想问一下 我想问问 想问一下 想问问 想问 请问 问一下 问问 想知道 想了解 了解一下 告诉我 告诉 帮我查 查一下 听说 据说 为什么 为啥 凭什么
怎么回事 怎么办理 怎么办 怎么样 怎么弄 怎么走 怎么 怎样 如何 咋整 咋办 咋样 咋弄 咋 什么意思 啥意思 是什么 是啥 什么时候 啥时候 什么 啥 多少钱 多少 多久 多大 几个 几天 几点
有没有 能不能 会不会 可不可以 行不行 让不让 给不给 要不要 是不是 算不算 好不好 管不管 归不归 用不用 该不该 补不补 罚不罚 有哪些 是哪些 哪些 哪几个 哪个 哪里 哪儿 哪家 哪天 哪 在哪 去哪 到哪
可以 可不 能否 是否 有无 有什么 有啥 有吗 行吗 吗 呢 吧 呀 啊 嘛 么 啦 哦 哈 了 的 得 地方
我们这儿 我们这 我们 我家 我 咱们 咱家 咱 俺 你们 你 您 他们 他 她 它 大伙儿 大伙 人家 自己家 自己 这边 这儿 这里 这个 这 那边 那儿 那里 那个 那 一段 一个 一些 一下 几号
就是 是 就 都 也 还 很 太 挺 最 再 又 才 把 被 给 让 跟 和 与 或者 或 及 而且 而 但是 但 因为 所以 如果 要是 对于 关于 按照 按 由 向 于 之 谁
应该 需要 想要 想 要 准备 打算 方便 顺便 适合 比较 现在 目前 最近 以后 以前 今年 去年 明年 今天 明天 昨天 周末`.split(
    /\s+/u,
  );

/** By the first character, the longest first: 有没有 before 有. */
const byFirst = new Map<string, string[]>();
for (const word of [...list].sort((a, b) => b.length - a.length)) {
  const first = word.charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
}

/** Which characters of a text belong to words of asking. */
export function silenceOf(text: string): boolean[] {
  const silent: boolean[] = Array.from({ length: text.length }, () => false);
  for (let at = 0; at < text.length;) {
    const word = byFirst.get(text.charAt(at))?.find((candidate) => text.startsWith(candidate, at));
    if (word !== undefined) silent.fill(true, at, at + word.length);
    at += word?.length ?? 1;
  }
  return silent;
}
