import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What a reader has set for the page, and what else decides how it is laid out. */
interface Look {
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
const everything: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Rules whose outcome depends on colours, and those that depend on sizes. */
const ofColours: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const ofSizes: axe.RunOnly = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

/** What axe finds on the page as it stands; axe must be there (axe.source). */
function axeFaults(page: Page, runOnly: axe.RunOnly, within = 'html'): Promise<string[]> {
  return page.evaluate(
    async ([only, part]) => {
      const { violations } = await axe.run(part, { runOnly: only, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
    },
    [runOnly, within] as const,
  );
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

export const narrowest = { width: 320, height: 640 };
const colours: Record<string, Look> = {
  dark: { theme: 'dark', whole: '' },
  'high contrast': { theme: 'light', contrast: 'high', whole: '' },
  'dark, high contrast': { theme: 'dark', contrast: 'high', whole: '' },
};
const widths = [360, 768, 1280];
/** Colours move nothing. */
const settings = [{ theme: 'light' as const }, { theme: 'light' as const, size: 'large' as const }];

/** What is wrong with the page in light, by every rule of axe, and whether it scrolls any way but down. The page must allow scripts of ours (bypassCSP). */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  await setLook(page, { theme: 'light', whole: '' });
  const over = await tooWide(page);
  return [...(await axeFaults(page, everything)), ...(over > 0 ? [`${over} px too wide`] : [])];
}

/**
 * What else is wrong with it in other looks: colours, sizes of what is touched, room for the words. After `faultsOf`.
 * `within`: where colours are looked at, for pages whose head and foot are those of another.
 */
export async function faultsInLooks(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  const add = (look: string, faults: readonly string[]) => found.push(...faults.map((fault) => `${look}: ${fault}`));
  for (const [look, set] of Object.entries(colours)) {
    await setLook(page, set);
    add(look, await axeFaults(page, ofColours, within));
  }
  await setLook(page, { theme: 'light', size: 'huge', whole: '' });
  add('huge', await axeFaults(page, ofSizes));
  const over = await tooWide(page);
  if (over > 0) add('huge', [`${over} px too wide`]);
  for (const width of widths)
    for (const look of settings) {
      await page.setViewportSize({ width, height: 800 });
      await setLook(page, look);
      add(`${width} px ${'size' in look ? look.size : ''}`, await cutOff(page));
    }
  await page.setViewportSize(narrowest);
  return found;
}
