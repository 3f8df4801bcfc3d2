import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { placeholder } from '#domain/site/todo.ts';
import { pageKindNames } from '#schemas/kinds.ts';
import { operatorDetails } from '#schemas/operator.ts';
import { permitTables } from '#schemas/permit.ts';
import { markShapes, motifNames, roleFamilies } from '#schemas/city.ts';
import { tables } from '#schemas/tables.ts';
import { cityOf, divisionsOf, divisionsText } from './divisions.ts';

/**
 * npm run new-city -- <folder> <prefecture code>: starts a city. Every file is there with what may be written in it; the
 * check passes, and the site says what is still to be written.
 */
const [folder = '', given = ''] = process.argv.slice(2);
const code = /^(\d{4})(?:00)?$/.exec(given)?.[1] ?? '';
const city = cityOf(code);
const fault =
  folder === ''
    ? '写法：npm run new-city -- <文件夹> <城市的四位代码>，例如：npm run new-city -- ../xinshi 1301'
    : city === undefined
      ? `没有代码是「${given}」的城市；写地级市、州、盟的四位代码，例如 1301`
      : existsSync(folder) && readdirSync(folder).length > 0
        ? `${folder} 里已经有东西；换一个新的文件夹`
        : undefined;
if (fault !== undefined || city === undefined) {
  console.error(fault);
  process.exit(1);
}
const { name, province, counties } = city;
/** 石家庄市 → 石家庄. */
const short = name.replace(/[市盟]$|地区$|(?:\p{Script=Han}{1,4}族)*自治州$/u, '') || name;

/** zhengding for 正定县; the code where two are spoken alike. */
const idOf = (label: string) =>
  pinyin(label.replace(/[县市区旗]$/u, '') || label, { toneType: 'none', type: 'array', v: true })
    .join('')
    .replaceAll(/[^a-z]/g, '');
const ids = counties.map(({ name: label }) => idOf(label));
const countyRows = counties.map(({ code: own, name: label }, index) => {
  const id = ids[index] ?? '';
  const unique = id !== '' && ids.filter((one) => one === id).length === 1 ? id : `c-${own}`;
  return `- { id: ${unique}, label: ${label}, code: "${own}" }`;
});

const files: Record<string, string> = {
  'city/city.yaml': `# 这座城市和这个网站叫什么。
name: ${name}
province: ${province}
# 区划代码，以 00 结尾。
code: "${code}00"
# 全市大致的经纬度（WGS84）。写了，镇村页的坐标不在里面就报错。
# bounds: { south: 42.4, north: 45, west: 125.5, east: 128 }
# 市中心（WGS84）。写了，镇村页的 distanceKm（离市中心几公里）和坐标对不上就报错。
# centre: { latitude: 43.84, longitude: 126.55 }
# 区划代码是哪一年的。
divisionsOf: "${divisionsOf}"
site:
  name: ${name}小城镇政策知识站
  short: ${short}小城镇站
  description: 用平常话讲清${name}县城和小城镇的政策：讲文件的话注明条款，别处的话注明出处，查不到的就说查不到。
  # 各页导读署的名。
  author: 条文导读
  # 数据包的名字，只用小写字母、数字和连字符。
  id: city-${code}-towns
`,
  'city/document.yaml': `# 讲的是哪份文件。全称和印发机关照文件写，不加书名号。
title: ${placeholder}：文件全称
issuer: ${placeholder}：印发机关
# 文号、日期、目标年份：文件里没有的不写这一行。
# number: 某政发〔2024〕9号
# date: "2024-03-05"
# targetYear: 2027
# 有些页面要引一条：publicity 案例页（讲宣传报道的）、pattern 首页（讲总体布局的）、permit 居住证页、example 关于本站的例子。没有的不写。
# clauses: { publicity: 4-3, pattern: 2-1, permit: 3-1, example: 1-1 }
# 对所有县城和小城镇都适用的是哪一部分；搜没有点名的镇时，给出这一部分的导读。
# forAll: "3"
# 讲居住证的导读，写它的文件名。
# permitPolicy: residence-permit
`,
  'city/roles.yaml': `# 一个地方在文件里可以是什么（角色），照文件的顺序，一行一个。
# family：${Object.entries(roleFamilies)
    .map(([id, { label }]) => `${id} 是${label}`)
    .join('，')}。
# clause：哪一条说的；policy：讲它的导读（可以不写）。
# letter、shape：示意图上的标记，一个字和一种形状（${markShapes.join('、')}）；motif：页首的花纹（${motifNames.join('、')}）。
# hub: true 图上画成大站；touristic: true 文件说是旅游的去处。都可以不写。
# - { id: anchor-town, family: role, label: 中心镇, clause: 2-1, policy: anchors, letter: 中, shape: square }
[]
`,
  'city/counties.yaml': `# 镇村所在的县（市、区），照网页上的顺序；id 用在网址里，发布以后不改。全部乡镇见 ../divisions.yaml。
${countyRows.join('\n')}
`,
  'city/levels.yaml': `# 层级：一个地方是什么样的单位。is: county 是县一级，is: zone 不是行政区划。用不到的可以删。
- { id: county, label: 县, is: county }
- { id: autonomous-county, label: 自治县, is: county }
- { id: city, label: 县级市, is: county }
- { id: district, label: 区, is: county }
- { id: town, label: 镇 }
- { id: township, label: 乡 }
- { id: ethnic-township, label: 民族乡 }
- { id: subdistrict, label: 街道 }
- { id: village, label: 村 }
- { id: zone, label: 开发区、示范区, is: zone }
`,
  'city/units.yaml': `# 文件写了由谁牵头的，把那些单位写在这里，条款里写 leads: [housing]。aliases 是平常的叫法。没有写的空着。
# - { id: housing, name: 市住房和城乡建设局, aliases: [住建局] }
[]
`,
  'city/words.yaml': `# 只有这座城市才这样说的话。带 # 的，文件没有就不写。
home: ${name}的县城和小城镇，政策说了什么
share: 县城和小城镇，政策说了什么
keywords: [小城镇, ${name}]
# 首页的布局：标题和一句话；要画图，再写 ../diagram-lines.yaml 和 ../diagram-stations.yaml。
# pattern: { heading: 一核两带, text: 文件把全市的县城和小城镇排成一个核、两条带。 }
# 镇村目录里有哪几种地方。
places: 县、镇、乡、街道和村
levels: 县、镇、乡、街道或村
# 角色分组的标题，写用到的。
families: { role: 按角色 }
matrix: 文件点到的每个地方：在哪个县，有什么角色
matrixShort: 每个地方的角色
# clusters: { title: 两个城镇群, about: 文件要建的两个城镇群和各自的地方 }
# 居住证：文件怎么说（lead），海报上写什么（poster），一个数字（figure），按哪份办法列服务（scope）。
# permit:
#   lead: 文件要……
#   poster: 挑一件事，答几题，得一张带到窗口的单子。
`,
  'operator.yaml': `# 谁主办这个网站。照实填写，没有的空着，不编；空着的不显示。没有主办单位时，页脚说明这是演示。
${Object.entries(operatorDetails)
  .map(([key, label]) => `# ${label}\n${key}: ""`)
  .join('\n')}
`,
  'redirects.json': '{}\n',
  'addresses.txt': '',
  'clauses.yaml': `# 文件的条款，照文件的顺序。id：一(一) 写 "1-1"，二(四)1 写 "2-4-1"，前言写 "0"，几级都可以。
# label 文件里的编号；heading 叫什么；gist 用自己的话说要点；terms 文中的名称和数字，照抄。
# leads 牵头单位（编号见 city/units.yaml）、deadline 期限：文件写了才写。
# - id: "1-1"
#   label: 一(一)
#   heading: 工作目标
#   gist: 这一条讲要做到什么。
#   terms: [工作目标, 3.2万户]
#   leads: [housing]
#   deadline: 2027年底
[]
`,
  'divisions.yaml': divisionsText(code, new Map()),
};
const about: Record<string, string> = {
  'glossary.yaml': '名词解释：{ id, term 名词, plain 平常话, clauses 条款, sources 出处, aliases 别的叫法 }',
  'targets.yaml': '文件提出的目标和查到的结果：写法见 CONTRIBUTING.md',
  'everyday-words.yaml': '平常说法：{ id, synonyms: [人们怎么说], term: 正式叫法, pages: [/policies/某篇/] }',
  'asks.yaml': '问法：{ id, page: /policies/某篇/, asks: [人们怎么问] }，本站没有的写 instead 代替 page',
  'diagram-lines.yaml':
    '示意图的线：{ id, label, members: { role: 角色 } 或 { counties: [县] }, points: [[横, 纵]], labelAt: [横, 纵] }',
  'diagram-stations.yaml': '示意图的站：{ id: 地方, at: [横, 纵], label: right、below 或 above }',
  'unknown-status.yaml': '没查到的事，问到哪一步：{ id: 编号, asked: 申请的日期, answered: 答复的日期 }',
  'page-changes.yaml':
    '居住证自查、条款、目标、名词改了什么：{ id, page: permit、document、targets 或 glossary, date: 改的时间, note: 改了什么 }',
};
for (const { file } of Object.values(tables)) files[file] ??= `# ${about[file] ?? '写法见 CONTRIBUTING.md'}\n[]\n`;
for (const { file } of Object.values(permitTables))
  files[`permit/${file}`] = `# 居住证自查，没有的空着；写法见 docs/checker.md\n[]\n`;

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
for (const [file, text] of Object.entries(files)) put(join('data', file), text);
// Hidden files are passed over by the reader; Git keeps no empty folder.
for (const kind of [...pageKindNames, 'sources']) put(join('content', kind, '.gitkeep'), '');

console.log(`${name}（${province}）：${counties.length} 个县（市、区），在 ${folder} 里。
先写 data/city/ 和 data/clauses.yaml，再写 content/。随时可以：
  CITY_DIR=${folder} npm run check
  CITY_DIR=${folder} OUT_DIR=<放网站的文件夹> npm run build`);
