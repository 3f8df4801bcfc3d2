import { expect, test } from 'vitest';
import { securityText } from '#render/security-text.ts';

test('security.txt expires 330 days after the last change of the content, within the year RFC 9116 asks for', () => {
  const text = securityText({
    email: 'a@example.org',
    page: 'https://example.org/.well-known/security.txt',
    policy: 'https://example.org/about/',
    newest: '2026-11-24 17:00',
  });
  expect(text).toBe(`Contact: mailto:a@example.org
Expires: 2027-10-20T00:00:00Z
Preferred-Languages: zh, en
Canonical: https://example.org/.well-known/security.txt
Policy: https://example.org/about/
`);
});
