import { describe, expect, test } from 'vitest';
import { longPictures } from '#domain/print/long-picture.ts';
import { longPicture } from '#render/long-picture.ts';
import type { TypeFace } from '#render/type-face.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const guidance = { document: '指导意见', issuer: '办公厅' };

describe('the long picture of', () => {
  test('a case says what was done, its figures with year and source, and that it is no word of the guidance', () => {
    const found = longPictures(catalog, guidance).find(({ kind, id }) => kind === 'cases' && id === 'qingshi-stone');
    const { data } = catalog.case('qingshi-stone');
    expect(found?.title).toBe(data.title);
    expect(found?.points.map(({ text }) => text)).toEqual(data.actions);
    expect(found?.figures.map(({ value }) => value)).toEqual(
      data.results.map(({ value, unit }) => `${value}${unit ?? ''}`),
    );
    expect(found?.basis.join()).toMatch(/^背景资料，不是文件的话。根据/);
  });
  test('an explainer has the points its writer gave it, each with its clause, and none without points', () => {
    const [policy] = catalog.policies;
    if (!policy) throw new Error('no explainer');
    expect(longPictures(catalog, guidance).filter(({ kind }) => kind === 'policies')).toEqual([]);
    const points = [{ head: '要做什么', text: '建院子', clause: '1-1' }];
    const policies = [{ ...policy, data: { ...policy.data, points } }];
    const [picture] = longPictures({ ...catalog, policies }, guidance);
    expect(picture?.points).toEqual([{ head: '要做什么', text: '建院子', marks: ['一(一)'] }]);
    expect(picture?.basis[0]).toBe('《指导意见》');
  });
});

/** Every character is as wide as it is high; what is written is kept. */
function spy() {
  const lines: string[] = [];
  const face: TypeFace = {
    width: (text, size) => Array.from(text).length * size,
    outline: (text) => {
      lines.push(text);
      return 'M0 0';
    },
    missing: () => [],
  };
  return { lines, faces: { bold: face, regular: face } };
}

test('everything is written out and nothing is cut', () => {
  const { lines, faces } = spy();
  const picture = {
    kind: 'policies' as const,
    id: 'a',
    label: '环境',
    title: '厕所和院子',
    lead: '说明'.repeat(60),
    points: [{ head: '要做什么', text: '甲乙丙丁'.repeat(20), marks: ['三(八)'] }],
    figures: [{ value: '2万户', label: '院子' }],
    gapsHeading: '没有说的',
    gaps: ['补多少钱'],
    ask: '问村委会。',
    basis: ['《文件》'],
    updated: '2026-11-28 18:00',
  };
  const svg = longPicture(picture, { name: '站', address: 'https://a.example/policies/a/' }, faces, () => '#000');
  const written = lines.join('');
  for (const text of [
    picture.title,
    picture.lead,
    '甲乙丙丁'.repeat(20) + '〔三(八)〕',
    '2万户',
    '补多少钱',
    '问村委会。',
    '2026年11月28日的版本',
    'a.example/policies/a',
  ])
    expect(written).toContain(text);
  expect(svg).toMatch(/^<svg xmlns="[^"]+" width="1080" /);
  expect(svg).not.toMatch(/<text|font-family/);
});
