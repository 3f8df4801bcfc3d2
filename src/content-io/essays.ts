import { z } from 'zod';
import { checkBlockWords } from '#domain/checks/prose.ts';
import { Report } from '#domain/checks/report.ts';
import { blocksOf } from '#domain/model/body.ts';
import type { Fault } from '#domain/model/types.ts';
import { textSchema } from '#schemas/primitives.ts';
import { readFolder } from './files.ts';
import { parseMdx } from './mdx.ts';
import { noHeader, splitFrontMatter } from './read.ts';
import { readOn } from './strays.ts';
import { parseYaml, shape } from './yaml.ts';

/** The site's own texts (about, accessibility) are MDX pages of Astro: they may import components, and hold no other code. */
const headerSchema = z.strictObject({
  layout: textSchema,
  title: textSchema,
  description: textSchema,
  section: textSchema,
});
const importLine = /^import (\w+) from '#components\/[\w/-]+\.astro';$/gm;

/** Whatever is wrong with the texts of `folder` (src/pages): header, code, banned words, long sentences. */
export function checkEssays(folder: string): Fault[] {
  const { files, faults } = readFolder(folder, '.mdx', { others: 'passed over' });
  return [...faults, ...files.flatMap(({ id, path, text }) => checkEssay(id, path, text))];
}

function checkEssay(id: string, path: string, written: string): Fault[] {
  const { text, faults: strays } = readOn(written, path);
  const parts = splitFrontMatter(text);
  if (!parts) return [...strays, noHeader(text, path)];
  const yaml = parseYaml(parts.header, path, 2);
  const components = Array.from(parts.prose.matchAll(importLine), ([, name = '']) => name);
  const prose = parts.prose.replaceAll(importLine, '');
  const { body, faults } = parseMdx(prose, path, parts.proseLine, components);
  const report = new Report();
  for (const block of blocksOf(body)) checkBlockWords({ id, path, lineOf: yaml.lineOf }, block, report);
  return [...strays, ...shape(headerSchema, yaml, path).faults, ...faults, ...report.faults];
}
