import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPolicy } from '#build/policy.ts';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const policyOf = (html: string) => /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

const page =
  '<html><head><meta charset="utf-8"><style>a{}</style></head><body><script>go()</script>' +
  '<script type="module" src="/a.js"></script><script type="application/ld+json">{}</script></body></html>';

test('a page allows its own inline code, each kind in its place, and no other', () => {
  const policy = policyOf(withPolicy(page));
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('go()')};`);
  expect(policy).toMatch(/style-src 'self' 'sha256-[^ ]+'$/);
  expect(policy).toContain(hash('a{}'));
  expect(policy).not.toContain(hash('{}'));
});

test('Chinese in inline code counts as the browser counts it, and stands as it was written', () => {
  const html = withPolicy('<head><meta charset="utf-8"></head><p>居住证</p><script>say("没有查到")</script>');
  expect(policyOf(html)).toContain(hash('say("没有查到")'));
  expect(html).toContain('<p>居住证</p><script>say("没有查到")</script>');
});

test('the policy stands before everything it is about', () => {
  const html = withPolicy(page);
  expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style>'));
});

test('a page without inline code allows files of the site alone', () => {
  expect(policyOf(withPolicy('<head><meta charset="utf-8"></head>'))).toMatch(
    /script-src 'self' 'wasm-unsafe-eval'; style-src 'self'$/,
  );
});
