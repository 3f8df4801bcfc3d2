import { expect, test } from '@playwright/test';

/** One page of each kind, and what a reader does there that needs script. */
const pages = [
  '/',
  '/policies/',
  '/policies/environment/',
  '/places/',
  '/places/wanchang/',
  '/clusters/north/',
  '/cases/',
  '/cases/panshi-toilets/',
  '/document/',
  '/residence-permit/',
  '/residence-permit/review/',
  '/residence-permit/dates/',
  '/search/?q=厕所',
  '/data/',
  '/data/targets/',
  '/data/matrix/',
  '/sources/',
  '/glossary/',
  '/about/',
  '/accessibility/',
  '/sitemap/',
  '/offline/',
  '/radio/',
  '/posters/',
  '/posters/places/wanchang/',
  '/embed/places/wanchang/',
  '/embed/cases/panshi-toilets/',
  '/404.html',
];

for (const path of pages) {
  test(`${path} loads without a breach of its own policy, an error in the console or a request to another host`, async ({
    page,
    baseURL,
  }) => {
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content[ -]Security[ -]Policy/i.test(message.text()))
        told.push(message.text());
    });
    page.on('pageerror', (error) => told.push(String(error)));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== new URL(baseURL ?? '').origin) told.push(request.url());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(path);
    if (path.startsWith('/search/')) await expect(page.locator('[data-search-state="done"]')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(told).toEqual([]);
  });
}
