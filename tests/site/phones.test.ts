import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { attr, elements, framed, named } from './built-pages.ts';

/** Text outside of what is pressed as a whole or is no text to read. */
const closed = new Set(['a', 'button', 'summary', 'script', 'style', 'pre', 'svg', 'select', 'textarea']);
function openText(node: Root | Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && !closed.has(child.tagName) ? openText(child) : '\n';
    })
    .join('');
}

test('every hotline that a page names can be called', () => {
  const silent = framed.flatMap(({ path, tree }) =>
    named(tree, 'main').flatMap((main) =>
      (openText(main).match(/(?<!\d)(?:12345|12333|12348|12393|12367)(?!\d)/g) ?? []).map((line) => `${path} ${line}`),
    ),
  );
  expect(silent).toEqual([]);
});

test('in prose, answers, sheets, requests and lists alike', () => {
  for (const path of [
    '/policies/mechanism/',
    '/residence-permit/wages/',
    '/residence-permit/review/more/',
    '/residence-permit/for/landlord/',
    '/unknown/',
    '/unknown/policies/',
  ]) {
    const one = framed.find((page) => page.path === path);
    const calls = one ? elements(one.tree, (element) => attr(element, 'href')?.startsWith('tel:') === true) : [];
    expect(calls.length, path).toBeGreaterThan(0);
  }
});
