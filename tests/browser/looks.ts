import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What a reader has set for the page, and what else decides how it is laid out. */
export interface Look {
  theme: 'light' | 'dark';
  contrast?: 'high';
  size?: 'large' | 'huge';
  /** Laid out whole: a part that a phone has not drawn yet has no height of its own, and marks in it lie one on another. */
  whole?: '';
}

export function setLook(page: Page, look: Look): Promise<void> {
  const { theme, contrast, size, whole } = look;
  return page.evaluate((settings) => {
    const { dataset } = document.documentElement;
    for (const [name, value] of settings) {
      if (value === undefined) Reflect.deleteProperty(dataset, name);
      else dataset[name] = value;
    }
  }, Object.entries({ theme, contrast, size, whole }));
}

/** Every rule; what they say of markup is the same in every look. */
export const everything: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Rules whose outcome depends on colours, and those that depend on sizes. */
export const ofColours: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
export const ofSizes: axe.RunOnly = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

/** What axe finds on the page as it stands; axe must be there (axe.source). */
export function axeFaults(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
  }, runOnly);
}

/** Pixels by which the page is wider than the window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Words that a reader cannot see whole: beyond the edge of the page, or cut off by what they stand in. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const found: string[] = [];
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!own || !element.checkVisibility() || element.closest('svg, .skip, .vh, [aria-hidden="true"]')) continue;
      const { right, left, width } = element.getBoundingClientRect();
      // A wide table scrolls in a frame of its own.
      const scrolls = element.closest('table, pre') !== null;
      const { overflowX } = getComputedStyle(element);
      const isCut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      if (width > 1 && ((!scrolls && (right > edge || left < -1)) || isCut))
        found.push(`${element.tagName} ${element.textContent.slice(0, 20)}`);
    }
    return found;
  });
}
