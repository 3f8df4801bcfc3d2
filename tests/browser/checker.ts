import type { Page } from '@playwright/test';
import { pages } from '../site/built-pages.ts';

/** Somebody from another province, registered for half a year, with a lease and no permit. */
const worker = ['hukou:outside', 'permit:none', 'stay:half', 'proof:home', 'child:compulsory', 'insured:resident-home'];

/** From the entrances through one need to its result, by links alone. Each press is waited for: a result has no answers to press. */
export async function answer(page: Page, need: string, answers: readonly string[] = worker): Promise<number> {
  await page.locator(`a[data-topic="${need}"]`).click();
  await page.waitForURL(`**/residence-permit/${need}/**`);
  for (let taps = 0; taps < 10; taps++) {
    if ((await page.locator('[data-result]').count()) > 0) return taps;
    const asked = page.url();
    const fitting = answers.map((option) => `a[data-option="${option}"]`).join();
    await page.locator(fitting).first().click();
    await page.waitForURL(({ href }) => href !== asked);
  }
  throw new Error('no result after ten taps');
}

const below = pages.filter(({ path }) => path.startsWith('/residence-permit/'));
export const questions = below.filter(({ html }) => html.includes('data-option='));
/** Results, blank forms and the pages for those who ask for others: each is one page of A4, ten forms are ten. */
export const sheets = below
  .filter(({ html }) => /class="slip[ "]/.test(html))
  .map(({ path, html }) => ({ path, html, papers: Math.max(1, html.match(/class="slip-head"/g)?.length ?? 0) }));
