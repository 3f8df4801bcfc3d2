import type { Page } from '@playwright/test';

/** From the first question to a result, always by the first answer. Each press is waited for: a result has no answers to press. */
export async function answerFirst(page: Page): Promise<void> {
  for (let step = 0; step < 10 && (await page.locator('[data-result]').count()) === 0; step++) {
    const asked = page.url();
    await page.locator('a[data-option]').first().click();
    await page.waitForURL(({ href }) => href !== asked);
  }
}
