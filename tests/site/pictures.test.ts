import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { attr, entryIds, linksIn, named, page, pages, textOf } from './built-pages.ts';

const pictures = pages.flatMap(({ path }) => /^\/pictures\/(\w+)\/([\w-]+)\/$/.exec(path)?.slice(1) ?? []);
const ids = (kind: string) => pictures.flatMap((part, at) => (at % 2 === 1 && pictures[at - 1] === kind ? [part] : []));

test('every explainer and case offers its long picture and loads none', () => {
  for (const kind of ['policies', 'cases'])
    for (const id of entryIds(kind)) {
      const { tree } = page(`/${kind}/${id}/`);
      expect(linksIn(tree), id).toContain(`/pictures/${kind}/${id}/`);
      expect(
        named(tree, 'img').map((img) => attr(img, 'src')?.includes('/pictures/')),
        id,
      ).not.toContain(true);
    }
  const needs = named(page('/residence-permit/').tree, 'a').flatMap((a) => attr(a, 'dataTopic') ?? []);
  expect(ids('permit').toSorted()).toEqual(needs.toSorted());
});

test('a picture is 1080 pixels wide, weighs at most 200 KB, and its text stands beside it', async () => {
  expect(pictures.length).toBeGreaterThan(0);
  for (const kind of ['policies', 'cases', 'permit'])
    for (const id of ids(kind)) {
      const file = join(outDir, 'pictures', kind, `${id}.png`);
      expect(statSync(file).size, id).toBeLessThanOrEqual(200_000);
      expect((await sharp(readFileSync(file)).metadata()).width, id).toBe(1080);
      const { tree } = page(`/pictures/${kind}/${id}/`);
      expect(linksIn(tree), id).toContain(`/pictures/${kind}/${id}.png`);
      expect(
        named(tree, 'img').map((img) => attr(img, 'loading')),
        id,
      ).toEqual(['lazy']);
      expect(textOf(tree).length, id).toBeGreaterThan(200);
    }
});

test('what a picture of an explainer says stands on the page of the explainer: summary, aims, and what is not said', () => {
  for (const id of ids('policies')) {
    const own = textOf(page(`/policies/${id}/`).tree).replaceAll(/\s/g, '');
    const shown = page(`/pictures/policies/${id}/`).tree;
    for (const figure of named(shown, 'main')
      .flatMap((main) => named(main, 'ul'))
      .flatMap((list) => named(list, 'strong')))
      expect(own, id).toContain(textOf(figure));
    const lead = named(shown, 'p').find((p) => attr(p, 'className') === 'lead');
    expect(own, id).toContain(lead && textOf(lead).replaceAll(/\s/g, ''));
  }
});
