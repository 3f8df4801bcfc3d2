import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedIn } from '#build/shipped.ts';
import { page, siteFile } from './built-pages.ts';

const text = siteFile('licences.txt');
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf-8')) as {
  packages: Record<string, { version?: string } | undefined>;
};

test('what is handed to readers of other people’s work is listed with its version and its licence in full', () => {
  const shipped = shippedIn(text);
  expect(shipped.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['pagefind', '@expo-google-fonts/noto-sans-sc', 'opencc-js', 'pinyin-pro']),
  );
  for (const { name, version } of shipped) expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  const parts = text.split(/^== /m).slice(1);
  expect(parts).toHaveLength(shipped.length);
  for (const part of parts) expect(part.length, part.slice(0, 60)).toBeGreaterThan(500);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toContain('Apache License');
});

test('it can be found from the page of what may be taken away', () => {
  expect(page('/data/').html).toContain('href="/licences.txt"');
});

test('what is built with and not handed on is not listed', () => {
  expect(text).not.toMatch(/^== (?:astro|vite|typescript|eslint) /m);
});
