import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { page } from './built-pages.ts';

/**
 * What browsers have only since Chrome 88, Firefox 90 or Safari 15, the oldest ones in which everything works. An old
 * phone keeps the browser it came with: one such name where a script begins, and the whole script is dead.
 * Pagefind is not asked: the finder answers without it. Intl.Segmenter is used where it is there, and
 * so are CompressionStream and its counterpart, by the worker.
 */
const newer = [
  String.raw`\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|group|groupBy|groupToMap)\(`,
  String.raw`\.(?:union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom|getOrInsert|isWellFormed)\(`,
  String.raw`\b(?:Array\.fromAsync|Object\.(?:hasOwn|groupBy)|Map\.groupBy|Promise\.(?:withResolvers|try)|RegExp\.escape)\b`,
  String.raw`\b(?:structuredClone|AbortSignal\.(?:timeout|any)|URL\.(?:parse|canParse)|reportError|scheduler)\b`,
  String.raw`\b(?:checkVisibility|requestSubmit|showPopover|startViewTransition|setHTML|requestIdleCallback)\b`,
  String.raw`\b(?:BroadcastChannel|randomUUID|navigation\.)`,
  String.raw`:has\(`,
  // Looking behind in a pattern (Safari 16.4), sets in one, and its indices.
  String.raw`\(\?<[=!]|/[a-z]*[dv][a-z]*\.(?:test|exec)\(`,
  String.raw`\bstatic\s*\{`,
];

const scripts = globSync(['_astro/*.js', 'sw.js'], { cwd: outDir });

test('no script asks a browser for what those of 2021 do not have', () => {
  expect(scripts.length).toBeGreaterThan(8);
  const found = scripts.flatMap((file) => {
    const text = readFileSync(join(outDir, file), 'utf-8');
    return newer.flatMap((names) => [...text.matchAll(new RegExp(names, 'g'))].map(([name]) => `${file}: ${name}`));
  });
  expect(found).toEqual([]);
});

test('the layout of wide screens is written for browsers without ranges in media queries', () => {
  expect(page('/').html).toContain('@media (min-width:48em)');
  expect(page('/').html).not.toMatch(/@media[^{]*[<>]=/);
});
