import type { Page } from '@playwright/test';

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
