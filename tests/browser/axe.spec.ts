import { readdirSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import axe from 'axe-core';
import { outDir } from '../../scripts/paths.ts';

/** Every page there is, on the narrowest phone. */
const addresses = readdirSync(outDir, { recursive: true, encoding: 'utf-8' })
  .map((file) => `/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
const atOnce = 60;
const batches = Array.from({ length: Math.ceil(addresses.length / atOnce) }, (_, n) =>
  addresses.slice(n * atOnce, (n + 1) * atOnce),
);

// The reader of the page is ours, not the page's.
test.use({ bypassCSP: true, viewport: { width: 320, height: 640 }, serviceWorkers: 'block' });

const everything: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Rules whose outcome depends on colours and sizes; the others say the same of a page however it looks. */
const ofLooks: axe.RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
};

/** What axe finds on the page as it looks with these settings, and whether it scrolls sideways. */
function faultsOf(page: Page, settings: Record<string, string>, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(
    async ([chosen, only]) => {
      const root = document.documentElement;
      for (const [name, value] of Object.entries(chosen)) root.dataset[name] = value;
      const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
      const found = violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
      const over = root.scrollWidth - root.clientWidth;
      return over > 0 ? [...found, `${over} px too wide`] : found;
    },
    [settings, runOnly] as const,
  );
}

/** What a page is made of: each element with its class in that of its parent. */
function partsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kind = (element: Element | null) =>
      element ? `${element.tagName}.${element.getAttribute('class') ?? ''}` : '';
    return Array.from(
      new Set(Array.from(document.body.querySelectorAll('*'), (one) => `${kind(one.parentElement)} ${kind(one)}`)),
    );
  });
}

for (const batch of batches) {
  test(`axe finds no fault from ${batch[0] ?? ''} to ${batch.at(-1) ?? ''}, in light, in dark and in very large type, and nothing scrolls sideways at 320 px`, async ({
    page,
  }) => {
    const found: string[] = [];
    // Parts whose colours and sizes have been looked at: hundreds of results of the checker are made of the same.
    const looked = new Set<string>();
    for (const address of batch) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.evaluate(axe.source);
      // Laid out whole: a part that a phone has not drawn yet has no height of its own, and marks in it lie one on another.
      const light = await faultsOf(page, { theme: 'light', whole: '' }, everything);
      const parts = await partsOf(page);
      const isNew = parts.some((part) => !looked.has(part));
      const dark = isNew ? await faultsOf(page, { theme: 'dark' }, ofLooks) : [];
      const huge = isNew ? await faultsOf(page, { theme: 'light', size: 'huge' }, ofLooks) : [];
      for (const part of parts) looked.add(part);
      for (const [look, faults] of Object.entries({ light, dark, huge }))
        found.push(...faults.map((fault) => `${address} ${look}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
}
