import { describe, expect, test } from 'vitest';
import { guidanceFacts } from './guidance-facts.ts';
import { textOf, writtenCatalog } from '../../content/written.ts';

const catalog = writtenCatalog();
const pages = [...new Set(guidanceFacts.flatMap((fact) => fact.pages))];

test('the list holds at least 150 facts, of every clause that says something of its own', () => {
  expect(guidanceFacts.length).toBeGreaterThanOrEqual(150);
  const listed = new Set(guidanceFacts.map(({ clause }) => clause));
  const silent = catalog.clauses
    .map(({ id }) => id)
    .filter((id) => !listed.has(id) && ![...listed].some((other) => other.startsWith(`${id}-`)));
  // 前言 gives no aim; it is explained on /document/ alone.
  expect(silent).toEqual(['0']);
});

describe('what the guidance says stands on its page', () => {
  test.each(pages)('%s', (page) => {
    const text = textOf(catalog, page);
    const missing = guidanceFacts
      .filter((fact) => fact.pages.includes(page) && !fact.anyOf.some((wording) => text.includes(wording)))
      .map(({ clause, anyOf }) => `${clause} ${anyOf.join('|')}`);
    expect(missing, `src/content/${page}.mdx 漏了文件说的 — 写上其中一种说法`).toEqual([]);
  });
});
