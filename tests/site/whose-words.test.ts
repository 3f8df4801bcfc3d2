import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { needSettings } from '#content-io/read.ts';
import { pageKindNames } from '#schemas/kinds.ts';
import { dataDir, outDir } from '../../scripts/paths.ts';
import { elements, findable, named, textOf, withAttr, attr, siteFile } from './built-pages.ts';

const { title, issuer, number } = needSettings(dataDir).document;
const namedDocument = `《${title}》${number === undefined ? '' : `（${number}）`}`;
const entries = findable.filter(({ path }) => new RegExp(`^/(?:${pageKindNames.join('|')})/[^/]+/$`).test(path));

test('there are pages of every kind to look at', () => {
  for (const kind of pageKindNames.filter((name) => existsSync(join(outDir, name))))
    expect(
      entries.some(({ path }) => path.startsWith(`/${kind}/`)),
      kind,
    ).toBe(true);
});

test.each(entries.map((one) => [one.path, one] as const))(
  '%s names the document and its issuer in one line at its top, and leads to it',
  (path, { tree }) => {
    const [line, ...more] = withAttr(tree, 'dataDocument');
    if (!line) throw new Error(`${path} does not say what 文件 is`);
    expect(more).toEqual([]);
    expect(line.tagName).toBe('p');
    expect(textOf(line).replace(/\s/g, '')).toBe(`文件指${namedDocument}，${issuer}。`);
    expect(named(line, 'a').map((a) => attr(a, 'href'))).toEqual(['/document/']);
    // Before the first heading below the title, but for the paragraph that stands alone and says itself whose words it is.
    const isHeading = (element: Element) => element.tagName === 'h2' && attr(element, 'id') !== 'notice';
    const order = elements(tree, (element) => element === line || isHeading(element));
    expect(order[0]).toBe(line);
  },
);

const cases = entries.filter(({ path }) => path.startsWith('/cases/'));
test.each(cases.map((one) => [one.path, one] as const))(
  '%s: the lesson says that it is our own thought',
  (path, { tree }) => {
    const note = '这一段是本站读报道以后的想法，报道没有这样说。';
    const lesson = elements(tree, (element) => attr(element, 'ariaLabelledBy') === 'lessons')[0];
    if (!lesson) throw new Error(`${path} has no lesson`);
    expect(withAttr(lesson, 'dataOwnThought').map(textOf)).toEqual([note]);
    expect(withAttr(tree, 'dataOwnThought')).toHaveLength(1);
    expect(siteFile(`${path.slice(1, -1)}.md`)).toContain(`## 别人能学什么\n\n（${note}）`);
  },
);
