import { type Page, expect, test } from '@playwright/test';
import { onePerKind } from '../site/built-pages.ts';

// A page of each kind (tests/site/built-pages.ts) as it arrives over a slow network: its scripts after it was first drawn.
const stripes = 4;
/** Long enough to see what moves further down. */
test.use({ viewport: { width: 360, height: 1600 } });

interface Watched {
  /** Sum of the shifts of the layout; what the browser itself calls good is below 0.1. */
  shift: number;
}

/** Opens a page and returns what broke, what was fetched elsewhere, and whether something moved. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const scripts: (() => void)[] = [];
  const state = { isDrawn: false };
  await page.unrouteAll();
  await page.route(/\.js$/, async (route) => {
    if (!state.isDrawn) await new Promise<void>((drawn) => scripts.push(drawn));
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        new PerformanceObserver((list) => {
          if (list.getEntriesByName('first-contentful-paint').length > 0) drawn();
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  state.isDrawn = true;
  for (const go of scripts) go();
  await page.waitForLoadState('load');
  // Pages of the site have reading settings, by script; what stands in other people's pages or answers for a poster has none.
  if (!/^\/(?:embed|valid)\//.test(path)) await expect(page.locator('reading-tools summary')).toBeVisible();
  const shift = await page.evaluate(async () => {
    const frame = () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          setTimeout(done);
        });
      });
    await frame();
    await frame();
    return (window as unknown as { watched: Watched }).watched.shift;
  });
  // A wide table may find its columns while its rows arrive: 0.007 was seen.
  return shift < 0.01 ? [] : [`moves while it loads: ${shift.toFixed(3)}`];
}

for (let stripe = 0; stripe < stripes; stripe++) {
  test(`a page of each kind loads without a breach of its policy, an error or a request to another host, and nothing moves: ${stripe + 1} of ${stripes}`, async ({
    page,
    baseURL,
  }) => {
    const found: string[] = [];
    let path = '';
    const tell = (what: string) => found.push(`${path} ${what}`);
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content[ -]Security[ -]Policy/i.test(message.text())) tell(message.text());
    });
    page.on('pageerror', (error) => {
      tell(String(error));
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== new URL(baseURL ?? '').origin) tell(request.url());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`${event.violatedDirective} ${event.blockedURI}`);
      });
      const watched: Watched = { shift: 0 };
      Object.assign(window, { watched });
      new PerformanceObserver((list) => {
        const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
        watched.shift += shifts.reduce((sum, { value }) => sum + value, 0);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const one of onePerKind().filter((_, n) => n % stripes === stripe)) {
      ({ path } = one);
      for (const fault of await faultsOf(page, path)) tell(fault);
    }
    expect(found).toEqual([]);
  });
}
