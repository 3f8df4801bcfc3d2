import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WorkingCopy, madeUpSite } from './working-copy.ts';

// A picture made here stands in for a real photograph; tests/site/portal.test.ts sees one on a page.
const page = 'places/qingshi.mdx';
const photo = 'places/qingshi.jpg';
let copy: WorkingCopy;
/** What the check says of the place, as `field: problem`. */
const said = async () => (await copy.check()).faults.map(({ path, field, problem }) => `${path} ${field}: ${problem}`);

beforeAll(async () => {
  copy = new WorkingCopy(madeUpSite);
  const header = 'photo: { file: qingshi.jpg, alt: 一片深色, author: 张三, date: "2026", licence: CC BY 4.0 }';
  copy.edit(page, /^summary:/m, `${header}\nsummary:`);
  const size = { width: 1500, height: 900, channels: 3 as const, background: '#0c4756' };
  copy.write(photo, await sharp({ create: size }).jpeg().toBuffer());
});
afterAll(() => {
  copy.remove();
});

test('a photograph with author, date, licence and alt text is accepted', async () => {
  expect(await said()).toEqual([]);
});

test('a photograph without its licence is refused with the missing field named', async () => {
  const before = copy.text(page);
  copy.edit(page, ', licence: CC BY 4.0', '');
  const faults = await said();
  copy.write(page, before);
  expect(faults).toContainEqual(expect.stringContaining(`${page} photo.licence: 缺少这一项`));
});

test('a broken photograph and a missing one are each named', async () => {
  copy.write(photo, 'not a picture');
  expect(await said()).toContainEqual(expect.stringContaining(`${page} photo.file: 照片打不开`));
  copy.rename(photo, 'places/other.jpg');
  expect(await said()).toContainEqual(expect.stringContaining(`${page} photo.file: 没有「qingshi.jpg」这个文件`));
});
