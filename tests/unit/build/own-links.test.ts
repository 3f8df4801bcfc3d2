import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { ownLinks } from '../../../src/build/own-links.ts';

test.each([
  ['/', '/places/'],
  ['/ztzl/xcz/', '/ztzl/xcz/places/'],
  ['/ztzl/xcz', '/ztzl/xcz/places/'],
])('a site at %s: a link of its own texts leads to %s', (base, href) => {
  const { html } = markdownToHtml('[镇村](/places/)，[别处](https://example.com/)', { hastPlugins: [ownLinks(base)] });
  expect(html).toContain(`<a href="${href}">镇村</a>`);
  expect(html).toContain('<a href="https://example.com/">');
});
