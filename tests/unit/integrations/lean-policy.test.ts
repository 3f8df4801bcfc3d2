import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnHashes } from '../../../src/integrations/lean-policy.ts';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const pageWith = (policy: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style></head>` +
  '<body><script>go()</script><script type="module" src="/a.js"></script><script type="application/ld+json">{}</script></body>';

test('a page keeps the hashes of its own inline code and loses all others', () => {
  const html = pageWith(
    `script-src 'self' ${hash('go()')} ${hash('elsewhere()')} ${hash('{}')}; style-src 'self' ${hash('b{}')} ${hash('a{}')};`,
  );
  expect(withOwnHashes(html)).toBe(pageWith(`script-src 'self' ${hash('go()')}; style-src 'self' ${hash('a{}')};`));
});

test('a page without a policy stays as it is', () => {
  expect(withOwnHashes('<head></head>')).toBe('<head></head>');
});
