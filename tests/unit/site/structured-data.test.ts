import { expect, test } from 'vitest';
import * as data from '#domain/site/structured-data.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const guidance = { document: '指导意见', issuer: '办公厅', city: '吉林市', url: 'https://x.cn/document/' };
const text = (value: unknown) => JSON.stringify(value);

test('a path of pages is counted from one', () => {
  const steps = [
    { label: '首页', url: 'https://x.cn/' },
    { label: '案例', url: 'https://x.cn/cases/' },
  ];
  expect(data.breadcrumbs(steps)['itemListElement']).toMatchObject([
    { position: 1, name: '首页' },
    { position: 2, name: '案例' },
  ]);
});

test('a number and a date that the guidance bears are told to programs', () => {
  const law = data.legislation({ ...guidance, number: '甲政发〔2024〕3号', date: '2024-05-06' }, [], () => '');
  expect(law).toMatchObject({ legislationIdentifier: '甲政发〔2024〕3号', legislationDate: '2024-05-06' });
});

test('the guidance has clauses inside clauses, and neither number nor date', () => {
  const law = data.legislation(guidance, catalog.clauses, (id) => `https://x.cn/document/#c-${id}`);
  expect(law).toMatchObject({ '@type': 'Legislation', legislationType: '规范性文件' });
  const count = text(law['hasPart']).match(/"@id"/g)?.length;
  expect(count).toBe(catalog.clauses.length);
  expect(text(law)).not.toMatch(/legislationIdentifier|legislationDate|datePublished/);
});

test('a town is a place in its county in the city; only an ecotourism town is a destination; no position is given', () => {
  const of = (id: string) =>
    data.place(catalog, catalog.place(id), { url: 'https://x.cn/', image: 'https://x.cn/a.png' });
  expect(of('qingshi')).toMatchObject({
    '@type': 'TouristDestination',
    containedInPlace: { name: '龙潭区', containedInPlace: { name: '吉林市' } },
  });
  expect(of('daliu')).toMatchObject({ '@type': 'Place', containedInPlace: { name: '吉林市' } });
  expect(text(of('qingshi'))).not.toContain('geo');
});

test('a county is an administrative area', () => {
  const town = catalog.place('qingshi');
  const county = { data: { ...town.data, level: 'county' } };
  expect(data.place(catalog, county, { url: '', image: '' })).toMatchObject({
    '@type': 'AdministrativeArea',
    containedInPlace: { name: '吉林市' },
  });
});

test('an explainer is about the guidance and its clauses; a case is no news of ours', () => {
  const written = {
    title: '甲',
    summary: '乙',
    published: '2026-11-24 09:00',
    updated: '2026-11-25 10:30',
    url: 'https://x.cn/policies/a/',
    image: 'https://x.cn/a.png',
    publisher: '丙',
    changes: [],
  };
  expect(data.policyArticle(written, guidance, ['https://x.cn/document/#c-1-1'])).toMatchObject({
    '@type': 'Article',
    dateModified: '2026-11-25T10:30:00+08:00',
    about: { '@type': 'Legislation', hasPart: [{ '@id': 'https://x.cn/document/#c-1-1' }] },
  });
  expect(data.caseArticle(written, ['青石镇'], ['丁[N].'])).toMatchObject({ '@type': 'Article', citation: ['丁[N].'] });
});

test('a licence nobody has set is not named', () => {
  const page = {
    name: '甲',
    city: '吉林市',
    about: '乙',
    url: 'https://x.cn/data/',
    updated: '2026-11-24 09:00',
    publisher: '丙',
    files: [],
  };
  expect(data.dataset({ ...page, licence: '' })).not.toHaveProperty('license');
  expect(data.dataset({ ...page, licence: 'https://x.cn/l' })).toMatchObject({ license: 'https://x.cn/l' });
});

test('questions and answers', () => {
  const url = 'https://example.cn/policies/land/';
  expect(data.faq([{ q: '多少钱？', a: '没有写。' }], url)).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: '多少钱？',
        url: expect.stringMatching(/^https:\/\/example\.cn\/policies\/land\/#q-[a-z0-9]{6}$/) as string,
        acceptedAnswer: { text: '没有写。' },
      },
    ],
  });
});
