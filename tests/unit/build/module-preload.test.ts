import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withModules } from '#build/module-preload.ts';

test('what the scripts of a page import, and what that imports, is named once in its head; the scripts themselves are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modules-'));
  const files = {
    'page.js': 'import{a}from"./shared.js";import"./other.js";',
    'other.js': 'import{b}from"./deep.js";import{a}from"./shared.js"',
    'shared.js': 'export const a=1',
    'deep.js': 'import{p}from"./page.js";export const b=2',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const html = '<head><link rel="manifest" href="/m"><script type="module" src="/base/_astro/page.js"></script></head>';
  const links = [...withModules(html, folder).matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(
    ([, href]) => href,
  );
  rmSync(folder, { recursive: true });
  expect(links.toSorted()).toEqual(['/base/_astro/deep.js', '/base/_astro/other.js', '/base/_astro/shared.js']);
});
