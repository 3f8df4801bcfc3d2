import { z } from 'zod';
import { linkFinder } from '#domain/checks/links.ts';
import { checkBlockWords } from '#domain/checks/prose.ts';
import { Report } from '#domain/checks/report.ts';
import { blocksOf, referencesIn } from '#domain/model/body.ts';
import type { Content, Fault } from '#domain/model/types.ts';
import { textSchema } from '#schemas/primitives.ts';
import { readFolder } from './files.ts';
import { parseMdx } from './mdx.ts';
import { noHeader, splitFrontMatter } from './read.ts';
import { readOn } from './strays.ts';
import { parseYaml, shape } from './yaml.ts';

/** The site's own texts (about, accessibility) are MDX pages of Astro: they may import components, and hold no other code. */
const headerSchema = z.strictObject({
  layout: z.literal('../layouts/Essay.astro', '写 ../layouts/Essay.astro'),
  title: textSchema,
  description: textSchema,
  section: z.literal('about', '写 about'),
});
const importLine = /^import (\w+) from '#components\/[\w/-]+\.astro';$/gm;

/** Whatever is wrong with the texts of `folder` (src/pages): header, code, links, banned words, long sentences. */
export function checkEssays(folder: string, content: Content): Fault[] {
  const { files, faults } = readFolder(folder, '.mdx', { others: 'passed over' });
  const wrongLink = linkFinder(content);
  return [...faults, ...files.flatMap(({ id, path, text }) => checkEssay(id, path, text, wrongLink))];
}

function checkEssay(id: string, path: string, written: string, wrongLink: ReturnType<typeof linkFinder>): Fault[] {
  const { text, faults: strays } = readOn(written, path);
  const parts = splitFrontMatter(text);
  if (!parts) return [...strays, noHeader(text, path)];
  const yaml = parseYaml(parts.header, path, 2);
  const components = Array.from(parts.prose.matchAll(importLine), ([, name = '']) => name);
  const prose = parts.prose.replaceAll(importLine, '');
  const { body, faults } = parseMdx(prose, path, parts.proseLine, components);
  const report = new Report();
  const essay = { id, path, lineOf: yaml.lineOf };
  for (const block of blocksOf(body)) checkBlockWords(essay, block, report);
  for (const { tag, to, text: says = '', line } of referencesIn(body)) {
    if (tag === 'link') for (const wrong of wrongLink(to, says)) report.prose(essay, line, ...wrong);
  }
  return [...strays, ...shape(headerSchema, yaml, path).faults, ...faults, ...report.faults];
}
