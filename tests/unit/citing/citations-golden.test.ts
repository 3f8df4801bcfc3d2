import { describe, expect, test } from 'vitest';
import { writeDay } from '#domain/citing/access-date.ts';
import { bibTeX, ris } from '#domain/citing/files.ts';
import { citeFormats, clauseWork, datasetWork, pageWork, wholeWork } from '#domain/citing/cite-page.ts';
import { type Edition, type Reference, type Work, plainReference, reference } from '#domain/citing/citations.ts';

// Written by hand from the patterns of GB/T 7714: half-width 「. 」「[ ]」「/」 in both editions;
// the other marks full-width in 2025, half-width in 2015.
const onDay = ({ before, accessed, after }: Reference) => before + writeDay(accessed, 2026, 11, 24) + after;
const cited = (work: Work, edition: Edition = 2025) => onDay(reference(work, edition));

const publisher = { name: '吉林市小城镇政策知识站', site: '小城镇知识站' };
const guidance = {
  issuer: '吉林市人民政府办公厅',
  document: '关于加强全市县级中心城市及小城镇规划建设的指导意见',
  url: 'https://www.example.gov.cn/document/',
};
const page = { title: '乌拉街', updated: '2026-11-20 09:30' };
const address = 'https://www.example.gov.cn/places/wulajie/';

const newspaper: Work = {
  title: '乌拉三府旧宅的来历与现状',
  outlet: '江城日报（3版）',
  date: '2025-05-23',
  kind: 'newspaper',
};
const online: Work = {
  title: '吉林大荒地的蝶变',
  author: '苍雁',
  outlet: '中国新闻网',
  date: '2019-01-24',
  kind: 'newspaper',
  url: 'https://www.example.com/a.html',
};
const law: Work = {
  title: '居住证暂行条例（国务院令第663号）',
  outlet: '国务院',
  date: '2015-11-26',
  kind: 'law-text',
  url: 'https://www.gov.cn/a.htm',
};

describe('sources, GB/T 7714—2025', () => {
  test('newspaper on paper: title[N]. paper，day（page）. — no day of access', () => {
    expect(cited(newspaper)).toBe('乌拉三府旧宅的来历与现状[N]. 江城日报，2025-05-23（3）.');
  });
  test('newspaper on the web: author first, [N/OL], day of access and address', () => {
    expect(cited(online)).toBe(
      '苍雁. 吉林大荒地的蝶变[N/OL]. 中国新闻网，2019-01-24[2026-11-24]. https://www.example.com/a.html.',
    );
  });
  test('law: body, title[EB/OL]. （day）[day of access]. address.', () => {
    expect(cited(law)).toBe(
      '国务院. 居住证暂行条例（国务院令第663号）[EB/OL]. （2015-11-26）[2026-11-24]. https://www.gov.cn/a.htm.',
    );
  });
  test('policy document without an address that can be given', () => {
    expect(
      cited({
        title: '关于开展劳动保障电话咨询服务的通知',
        outlet: '劳动和社会保障部',
        date: '2003-05-27',
        kind: 'policy-doc',
      }),
    ).toBe('劳动和社会保障部. 关于开展劳动保障电话咨询服务的通知[EB/OL]. （2003-05-27）.');
  });
  test('page of a government: a date as exact as the source gives it', () => {
    expect(
      cited({
        title: '统计用区划代码和城乡划分代码',
        outlet: '国家统计局（经公开仓库 modood 转录）',
        date: '2023-06',
        kind: 'government',
        url: 'https://github.com/modood/x',
      }),
    ).toBe('国家统计局. 统计用区划代码和城乡划分代码[EB/OL]. （2023-06）[2026-11-24]. https://github.com/modood/x.');
  });
  test('encyclopedia without date or address', () => {
    expect(cited({ title: '乌拉街清代建筑群', outlet: '中文百科', kind: 'encyclopedia' })).toBe(
      '中文百科. 乌拉街清代建筑群[EB/OL].',
    );
  });
  test('data set without a date: the day of access stands alone', () => {
    expect(
      cited({ title: '行政区划点位', outlet: '某研究所', kind: 'dataset', url: 'https://data.example.org/' }),
    ).toBe('某研究所. 行政区划点位[DS/OL]. [2026-11-24]. https://data.example.org/.');
  });
  test('anything else', () => {
    expect(cited({ title: '夹皮沟金矿', author: '佚名氏', outlet: '地方文史网', date: '2021', kind: 'other' })).toBe(
      '佚名氏. 夹皮沟金矿[EB/OL]. （2021）.',
    );
  });
});

describe('sources, GB/T 7714—2015', () => {
  test('newspaper: half-width comma and brackets', () => {
    expect(cited(newspaper, 2015)).toBe('乌拉三府旧宅的来历与现状[N]. 江城日报, 2025-05-23(3).');
  });
  test('law', () => {
    expect(cited(law, 2015)).toBe(
      '国务院. 居住证暂行条例（国务院令第663号）[EB/OL]. (2015-11-26)[2026-11-24]. https://www.gov.cn/a.htm.',
    );
  });
});

describe('pages of ours', () => {
  test('a place: the site, the name, the day it was last changed', () => {
    expect(cited(pageWork(publisher, page, address))).toBe(
      '吉林市小城镇政策知识站. 乌拉街[EB/OL]. （2026-11-20）[2026-11-24]. https://www.example.gov.cn/places/wulajie/.',
    );
  });
  test('an explainer, 2015', () => {
    const work = pageWork(
      publisher,
      { title: '农村厕所、秸秆和院子：环境怎么治', updated: '2026-11-24 17:00' },
      'https://www.example.gov.cn/policies/environment/',
    );
    expect(cited(work, 2015)).toBe(
      '吉林市小城镇政策知识站. 农村厕所、秸秆和院子：环境怎么治[EB/OL]. (2026-11-24)[2026-11-24]. https://www.example.gov.cn/policies/environment/.',
    );
  });
  test('the guidance bears no number and no date, and none is given', () => {
    expect(cited(wholeWork(guidance))).toBe(
      '吉林市人民政府办公厅. 关于加强全市县级中心城市及小城镇规划建设的指导意见[EB/OL]. [2026-11-24]. https://www.example.gov.cn/document/.',
    );
  });
  test('a number and a date that it bears are given', () => {
    const dated = { ...guidance, number: '甲政发〔2024〕3号', date: '2024-05-06' };
    expect(cited(wholeWork(dated))).toBe(
      '吉林市人民政府办公厅. 关于加强全市县级中心城市及小城镇规划建设的指导意见（甲政发〔2024〕3号）[EB/OL]. （2024-05-06）[2026-11-24]. https://www.example.gov.cn/document/.',
    );
  });
  test('a clause: second part of the title, and its anchor', () => {
    const clause = { id: '3-7', label: '三(七)', heading: '名城名镇名村', gist: '要点', terms: [], leads: [] };
    const work = clauseWork(guidance, clause, 'https://www.example.gov.cn/document/#c-3-7');
    expect(cited(work)).toBe(
      '吉林市人民政府办公厅. 关于加强全市县级中心城市及小城镇规划建设的指导意见：三(七) 名城名镇名村[EB/OL]. [2026-11-24]. https://www.example.gov.cn/document/#c-3-7.',
    );
    expect(cited(work, 2015)).toBe(
      '吉林市人民政府办公厅. 关于加强全市县级中心城市及小城镇规划建设的指导意见: 三(七) 名城名镇名村[EB/OL]. [2026-11-24]. https://www.example.gov.cn/document/#c-3-7.',
    );
  });
  test('the preface has no number to show', () => {
    const preface = { id: '0', label: '前言', heading: '前言', gist: '要点', terms: [], leads: [] };
    expect(clauseWork(guidance, preface, guidance.url).subtitle).toBe('前言');
  });
  test('a table of data', () => {
    const work = datasetWork(
      publisher,
      { title: '典型案例的结果', updated: '2026-11-24 17:00' },
      'https://www.example.gov.cn/data/',
    );
    expect(cited(work)).toBe(
      '吉林市小城镇政策知识站. 典型案例的结果[DS/OL]. （2026-11-24）[2026-11-24]. https://www.example.gov.cn/data/.',
    );
  });
});

test('without a script the day of access is left out and nothing stands in its place', () => {
  expect(plainReference(reference(law))).toBe(
    '国务院. 居住证暂行条例（国务院令第663号）[EB/OL]. （2015-11-26）. https://www.gov.cn/a.htm.',
  );
  expect(plainReference(reference(wholeWork(guidance)))).toBe(
    '吉林市人民政府办公厅. 关于加强全市县级中心城市及小城镇规划建设的指导意见[EB/OL]. https://www.example.gov.cn/document/.',
  );
  for (const { text } of citeFormats('x', pageWork(publisher, page, address), publisher.site)) {
    expect(plainReference(text)).not.toMatch(/YYYY|undefined|null/);
  }
});

describe('BibTeX', () => {
  test('a page: the body as a whole name, the day in its own field', () => {
    expect(onDay(bibTeX('place-wulajie', pageWork(publisher, page, address)))).toBe(
      [
        '@misc{place-wulajie,',
        '  author = {{吉林市小城镇政策知识站}},',
        '  title = {{乌拉街}},',
        '  year = {2026},',
        '  month = {11},',
        '  url = {https://www.example.gov.cn/places/wulajie/},',
        '  urldate = {2026-11-24},',
        '  language = {chinese}',
        '}',
        '',
      ].join('\n'),
    );
  });
  test('a newspaper is the journal, never the author', () => {
    expect(onDay(bibTeX('a5', newspaper))).toBe(
      [
        '@article{a5,',
        '  title = {{乌拉三府旧宅的来历与现状}},',
        '  journal = {江城日报},',
        '  year = {2025},',
        '  month = {5},',
        '  language = {chinese}',
        '}',
        '',
      ].join('\n'),
    );
  });
  test('signs with a meaning in TeX are escaped', () => {
    expect(bibTeX('x', { title: '收入 100% & 支出_1', outlet: '甲', kind: 'other' }).before).toContain(
      String.raw`title = {{收入 100\% \& 支出\_1}}`,
    );
  });
});

describe('RIS', () => {
  test('a page', () => {
    expect(onDay(ris(pageWork(publisher, page, address)))).toBe(
      [
        'TY  - ELEC',
        'AU  - 吉林市小城镇政策知识站',
        'TI  - 乌拉街',
        'PY  - 2026',
        'DA  - 2026/11/20',
        'UR  - https://www.example.gov.cn/places/wulajie/',
        'Y2  - 2026/11/24',
        'LA  - zh-CN',
        'ER  - ',
        '',
      ].join('\n'),
    );
  });
  test('a newspaper with its page; a law is a statute; a table is data', () => {
    expect(onDay(ris(newspaper)).split('\n').slice(0, 6)).toEqual([
      'TY  - NEWS',
      'TI  - 乌拉三府旧宅的来历与现状',
      'T2  - 江城日报',
      'PY  - 2025',
      'DA  - 2025/05/23',
      'SP  - 3',
    ]);
    expect(ris(law).before).toMatch(/^TY {2}- STAT\n/);
    expect(ris(datasetWork(publisher, page, address)).before).toMatch(/^TY {2}- DATA\n/);
  });
  test('a month without a day keeps its empty place', () => {
    expect(ris({ title: '甲', outlet: '乙', kind: 'government', date: '2023-06' }).before).toContain(
      'DA  - 2023/06/\n',
    );
  });
});
