import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { breakLines, shareTexts } from '#domain/site/share.ts';
import { wholeSentences } from '#domain/model/text.ts';
import { createPen } from '#render/pen.ts';
import { sharePicture } from '#render/share-picture.ts';
import { typeFace } from '#render/type-face.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const colour = () => '#000';

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
const regular = typeFace(readFileSync(font));
const faces = { bold: regular, regular };
const share = { kind: 'places', id: 'a', label: '镇', title: '红石砬子', text: '生态旅游型', roles: [] } as const;
const letters = (text: string) => Array.from(text).length;

describe('lines', () => {
  test('no line begins with a mark that may not begin one', () => {
    expect(breakLines('一二三四五，六七', 5, 3, letters)).toEqual(['一二三四', '五，六七']);
  });
  test('no line ends with an opening bracket, and no number is cut', () => {
    expect(breakLines('一二三（四五）', 4, 3, letters)).toEqual(['一二三', '（四五）']);
    expect(breakLines('一二254.5万人', 5, 3, letters)).toEqual(['一二', '254.5', '万人']);
  });
  test('no mark of a clause is cut', () => {
    expect(breakLines('一二三〔二(四)1〕', 8, 3, letters)).toEqual(['一二三', '〔二(四)1〕']);
  });
  test('what does not fit ends in an ellipsis', () => {
    expect(breakLines('一二三四五六七八', 3, 2, letters)).toEqual(['一二三', '四五…']);
  });
});

test('a title ends its lines at its marks where that takes no more of them, else between words', () => {
  const pen = createPen(faces, 'test');
  const ten = 10 * 40;
  const lines = (title: string) => pen.balanced('regular', title, 40, ten, 4);
  expect(lines('没有本地户口，居住证能管什么用')).toEqual(['没有本地户口，', '居住证能管什么用']);
  expect(lines('名城、名镇、名村：点了谁的名')).toEqual(['名城、名镇、名村：', '点了谁的名']);
  expect(lines('抗联遗址变成磐石的旅游线')).toEqual(['抗联遗址变成', '磐石的旅游线']);
  // Neither a number nor 的 is parted from what it belongs to; a line more is better than a word that is cut.
  expect(lines('农村改厕的县：一万五千多座')).toEqual(['农村改厕的县：', '一万五千多座']);
  expect(lines('三个城镇群：绕着市区的、北部的、有温泉的')).toEqual([
    '三个城镇群：',
    '绕着市区的、北部的、',
    '有温泉的',
  ]);
});

test('the last line of a paragraph is no single word, and the others stay as long as they can be', () => {
  const pen = createPen(faces, 'test');
  // Ten to a line would leave 零。 alone; nine leave four.
  expect(pen.paragraph('regular', '零一二三四五六七八九零一二三四五六七八九零。', 40, 400)).toEqual([
    '零一二三四五六七八',
    '九零一二三四五六七',
    '八九零。',
  ]);
  // Two lines turn at their mark.
  expect(pen.paragraph('regular', '文件没有写，请问当地政府。', 40, 440)).toEqual(['文件没有写，', '请问当地政府。']);
});

test('the rare characters of our place names have glyphs', () => {
  expect(regular.missing('红石砬子桦皮厂磐石，2020年。')).toEqual([]);
});

test('a character without a glyph stops the build and is named with its page', () => {
  expect(() => sharePicture({ ...share, roles: [], title: '甲\u{2FFFF}' }, '站名', faces, colour)).toThrow(
    /图片缺字：\u{2FFFF}（places\/a/u,
  );
});

test('a picture is outlines: no text is left for the fonts of a machine', () => {
  const svg = sharePicture({ ...share, roles: [fixtureCatalog().role('type-ecotourism')] }, '站名', faces, colour);
  expect(svg).not.toMatch(/<text|font-family/);
  expect(svg).toMatch(/width="1200" height="630"/);
});

test('every entry has a picture, and one stands for all other pages', () => {
  const catalog = fixtureCatalog();
  const { places, policies, clusters, cases } = catalog;
  const texts = shareTexts(catalog, { name: '站', description: '说明' });
  expect(texts).toHaveLength(1 + places.length + policies.length + clusters.length + cases.length);
  expect(new Set(texts.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(texts.length);
});

test('a sentence on the card is whole: what has no room is left out, not cut', () => {
  const fits = (most: number) => (text: string) => text.length <= most;
  expect(wholeSentences('一二三。四五六。', fits(8))).toBe('一二三。四五六。');
  expect(wholeSentences('一二三。四五六。', fits(7))).toBe('一二三。');
  expect(wholeSentences('一二三；四五六，七八。', fits(5))).toBe('一二三。');
});
