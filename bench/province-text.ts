import { counties, headings, roles, type County, type Role } from '#schemas/vocabulary.ts';

export interface Town {
  id: string;
  title: string;
  officialName: string;
  level: 'town' | 'township';
  county: County;
  roles: Role[];
}
type Pick = (most: number) => number;

const crops = ['水稻', '玉米', '大豆', '黑木耳', '人参', '食用菌', '大蒜', '香瓜', '蓝莓', '肉牛', '梅花鹿', '白鹅'];
const works = [
  '修了河堤',
  '改了自来水管',
  '铺了村里的路',
  '建了烘干房',
  '办了合作社',
  '开了电商服务站',
  '整修了老街',
  '建了冷库',
];
const people = [
  '种粮的农户',
  '开店的人',
  '回乡的年轻人',
  '外来做工的人',
  '养殖户',
  '合作社社员',
  '老街上的住户',
  '陪读的家长',
];
const papers = ['江城日报', '吉林日报', '新华社', '人民网', '央广网', '农民日报'];
const kinds = ['newspaper', 'government', 'dataset', 'encyclopedia'] as const;
const of = (list: readonly string[], pick: Pick) => list[pick(list.length)] ?? '';
const freshness = (pick: Pick) => {
  const time = `2026-${String(1 + pick(10)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')} 09:00`;
  return `published: ${time}\nupdated: ${time}\nchanges:\n  - date: ${time}\n    note: 首次发布\n`;
};

export function sourceText(owner: string, title: string, pick: Pick): string {
  const year = 2014 + pick(12);
  return `title: "${owner}${year}年${of(crops, pick)}情况：${title}${of(works, pick)}"
outlet: "${of(papers, pick)}"
date: "${year}-0${1 + pick(9)}"
kind: ${kinds[pick(kinds.length)] ?? 'newspaper'}
url: "https://example.org/${pick(1e9).toString(36)}"
`;
}

function facts(sources: readonly string[], pick: Pick): { yaml: string; said: string[] } {
  const said: string[] = [];
  const rows = Array.from({ length: 7 }, (_, index) => {
    const crop = of(crops, pick);
    const value = 100 + pick(9000);
    const year = 2014 + pick(12);
    const source = sources[index % sources.length] ?? '';
    said.push(`${year}年，镇里${crop}有${value}亩。<Source id="${source}" />`);
    return `  - id: f${index}\n    label: "${crop}面积（${year}年）"\n    value: ${value}\n    unit: "亩"\n    asOf: "${year}-0${1 + pick(9)}"\n    source: ${source}\n`;
  });
  return { yaml: rows.join(''), said };
}

const paragraph = (said: readonly string[], pick: Pick) =>
  said.map((text) => `${of(people, pick)}说，这几年镇里${of(works, pick)}，又${of(works, pick)}。${text}`).join('\n\n');

export function placeText(own: Town, other: Town, sources: readonly string[], pick: Pick): string {
  const { title, officialName } = own;
  const { yaml, said } = facts(sources, pick);
  const labels = own.roles.map((role) => roles[role].label).join('、');
  const clause = roles[own.roles[0] ?? 'pole'].clause;
  const h = headings.places;
  return `---
title: ${title}
officialName: ${officialName}
pinyin: ${own.id}
level: ${own.level}
county: ${own.county}
aliases: [${officialName}, ${counties[own.county].label.slice(0, 2)}${title}]
asks: [${title}在哪, ${title}属于哪个县, ${title}${of(crops, pick)}, ${title}有什么, 去${title}怎么走]
latitude: ${(42.6 + pick(2300) / 1000).toFixed(3)}
longitude: ${(125.6 + pick(2300) / 1000).toFixed(3)}
positionSource: ${sources[0] ?? ''}
precisionKm: 2
distanceKm: ${20 + pick(120)}
summary: "${title}在${counties[own.county].label}，出产${of(crops, pick)}和${of(crops, pick)}；按文件的分类，它属于${labels}。"
roles:
${own.roles.map((role) => `  - role: ${role}\n    clause: ${roles[role].clause}\n    basis: implied\n`).join('')}facts:
${yaml}sources: [${sources.join(', ')}]
${freshness(pick)}---

## ${h.what.label}

<Background>

${paragraph(said.slice(0, 2), pick)}

</Background>

## ${h.says.label}

文件把这一类地方叫${labels}。<Clause id="${clause}" />要办的事有几样，先后由县里定。

- **产业**。把${of(crops, pick)}的牌子做大，让${of(people, pick)}有活干。<Clause id="${clause}" />
- **环境**。${of(works, pick)}，${of(works, pick)}，水和路都要跟上。<Clause id="3-8" />
- **服务**。孩子上学、老人看病，就近能办。<Clause id="3-4" />

见[六型特色小镇](/policies/featured-towns/)，也可以看[${other.title}](/places/${other.id}/)。

## ${h.later.label}

<Background>

${paragraph(said.slice(2, 6), pick)}

</Background>

## ${h.before.label}

<Background>

${paragraph(said.slice(6), pick)}

</Background>

${of(works, pick)}以后怎样，没有查到。${of(crops, pick)}卖多少钱，也没有查到。
`;
}

export function caseText(
  own: Town,
  sources: readonly string[],
  themes: readonly string[],
  related: string | undefined,
  pick: Pick,
): string {
  const { yaml, said } = facts(sources, pick);
  const year = 2014 + pick(12);
  const crop = of(crops, pick);
  const theme = [...new Set([of(themes, pick), of(themes, pick)])];
  const h = headings.cases;
  return `---
title: ${own.title}：${crop}怎么卖出去
summary: 据报道，${own.officialName}的${of(people, pick)}种${crop}，镇里${of(works, pick)}。第二年销路好转，又${of(works, pick)}。
date: "${year}-0${1 + pick(9)}"
firstReported: ${sources[0] ?? ''}
places: [${own.id}]
themes: [${theme.join(', ')}]
asks: [${own.title}${crop}, ${crop}怎么卖, ${own.title}合作社]
actions:
  - ${of(works, pick)}
  - ${of(works, pick)}，请人来教
  - 和${of(people, pick)}签了收购合同
results:
  - label: ${crop}面积
    value: ${100 + pick(5000)}
    unit: 亩
    asOf: "${year}-0${1 + pick(9)}"
    source: ${sources[1] ?? sources[0] ?? ''}
facts:
${yaml}sources: [${sources.join(', ')}]
${related ? `related: [${related}]\n` : ''}${freshness(pick)}---

## ${h.problem.label}

<Background>

${paragraph(said.slice(0, 2), pick)}

</Background>

## ${h.done.label}

<Background>

${paragraph(said.slice(2, 6), pick)}

</Background>

## ${h.lessons.label}

文件让[${own.title}](/places/${own.id}/)这样的地方把产业做起来。<Clause id="3-5" />

<Background>

${paragraph(said.slice(6), pick)}

</Background>

## ${h.unknown.label}

一年下来每户多收入多少，没有查到。以后还办不办，也没有查到。
`;
}
