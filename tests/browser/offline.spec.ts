import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import sirv from 'sirv';
import { outDir } from '../../scripts/paths.ts';
import { base, madeUp, needPortal, portal } from '../fixtures/portal.ts';
import { answer } from './checker.ts';

test.use({ serviceWorkers: 'allow' });

/** The site on a port of its own, so that nothing stored by another test helps; `publish` changes it under the reader. */
async function host(folder: string, below: string) {
  const published = new Map<string, string | null>();
  const files = sirv(folder, { dev: true });
  const server: Server = createServer((request, response) => {
    const changed = published.get(new URL(request.url ?? '/', 'http://site').pathname);
    if (changed === null) response.writeHead(503).end();
    else if (changed === undefined) files(request, response);
    else response.setHeader('content-type', changed.startsWith('<') ? 'text/html' : 'text/javascript').end(changed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    url: `${url}${below}`,
    /** null: the server is ailing. */
    publish: (path: string, text: string | null) => published.set(path, text),
    /** As if the cable were pulled: also what the worker itself asks for fails. */
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Until everything of the list is stored and the worker is in charge. */
async function stored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    await new Promise<void>((resolve) => {
      if (active?.state === 'activated') resolve();
      else
        active?.addEventListener('statechange', () => {
          if (active.state === 'activated') resolve();
        });
    });
  });
}

for (const [what, folder, below, place] of [
  ['the site', outDir, '/', 'wulajie'],
  ['the site inside a portal', portal, base, madeUp.place],
] as const) {
  test(`${what}: after one visit everything can be read, searched and answered without a network`, async ({
    page,
    context,
  }) => {
    if (folder === portal) await needPortal();
    const site = await host(folder, below);
    await page.goto(site.url);
    await stored(page);
    await site.close();
    await context.setOffline(true);

    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('吉林市');
    await expect(page.locator('[data-offline-note]')).toContainText(/\d{4}年\d+月\d+日的版本/);

    await page.goto(`${site.url}policies/environment/`);
    await expect(page.locator('main')).toContainText('美丽庭院');
    // Never opened before; without its last slash.
    await page.goto(`${site.url}places/${place}`);
    await expect(page).toHaveTitle(/ - /);
    await expect(page.locator(`link[rel="canonical"][href$="/places/${place}/"]`)).toHaveCount(1);

    await page.goto(`${site.url}residence-permit/`);
    await answer(page, 'permit');
    await expect(page.locator('[data-result]')).toBeVisible();
    expect(await page.locator('[data-entitlement]').count()).toBeGreaterThanOrEqual(3);

    await page.goto(`${site.url}search/?q=${encodeURIComponent('厕所')}`);
    await expect(page.locator('[data-search-state="done"]').first()).toBeAttached();
    await expect(page.locator('[data-search-results] a').first()).toHaveAttribute(
      'href',
      `${below}policies/environment/`,
    );
    await expect(page.locator('[data-search-status]').first()).toContainText('只列出存在这台设备上的');

    await page.goto(`${site.url}data/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有网络时能读什么');
    expect(await page.locator(`main a[href^="${below}policies/"]`).count()).toBeGreaterThanOrEqual(17);
  });
}

test('a new version takes over whole, at the next visit but one', async ({ page, context }) => {
  const site = await host(outDir, '/');
  await page.goto(site.url);
  await stored(page);

  let worker = readFileSync(join(outDir, 'sw.js'), 'utf-8');
  for (const path of ['offline/site.json', 'offline/policies.json']) {
    const text = readFileSync(join(outDir, path), 'utf-8').replaceAll('<h1>', '<h1>新版');
    worker = withRevision(worker, path, hash('sha256', text).slice(0, 16));
    site.publish(`/${path}`, text);
  }
  site.publish('/sw.js', worker);

  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('新版');
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
  // The worker hears of its successor a little later than the page.
  const [inCharge] = context.serviceWorkers();
  await expect
    .poll(() => inCharge?.evaluate(() => (self as unknown as ServiceWorkerGlobalScope).registration.waiting !== null))
    .toBe(true);
  // Still the old one, whole, as long as this page is open.
  expect(await page.evaluate(async () => (await fetch('/policies/environment/')).text())).not.toContain('新版');

  await page.goto(`${site.url}policies/environment/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('新版');
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('新版');
  await site.close();
});

test('a version that was published only in part is not taken', async ({ page }) => {
  const site = await host(outDir, '/');
  await page.goto(site.url);
  await stored(page);
  // The list names another home page than the one that is served.
  const worker = readFileSync(join(outDir, 'sw.js'), 'utf-8');
  site.publish('/sw.js', withRevision(worker, 'offline/site.json', '0000000000000000'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    await new Promise<void>((resolve) => {
      if (!installing) resolve();
      else
        installing.addEventListener('statechange', () => {
          resolve();
        });
    });
  });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting)).toBeNull();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('吉林市');
  await site.close();
});

test('a server that is ailing is not taken for a network that is gone', async ({ page }) => {
  const site = await host(outDir, '/');
  await page.goto(site.url);
  await stored(page);
  site.publish('/sw.js', null);
  const refused = page.waitForResponse((response) => response.url().endsWith('/sw.js') && response.status() === 503);
  await page.reload();
  await refused;
  // The page has been told so as well.
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update().catch(() => undefined);
  });
  await expect(page.locator('[data-offline-note]')).toHaveCount(0);
  await site.close();
});

test('a reader sees how much is stored, removes it, and it stays away', async ({ page }) => {
  const site = await host(outDir, '/');
  await page.goto(`${site.url}about/`);
  await stored(page);
  await page.reload();
  await expect(page.locator('offline-store')).toContainText(/存着\d+个文件，约\d+\.\d兆字节/);
  await page.getByRole('button', { name: '删去存下的内容' }).click();
  await expect(page.locator('offline-store')).toContainText('没有存本站的内容，以后也不存');
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await site.close();
});

/** The worker with another hash in its list for one file. */
function withRevision(worker: string, url: string, revision: string): string {
  const changed = worker.replace(
    new RegExp(`(\\{"url":"${RegExp.escape(url)}","revision":")[0-9a-f]{16}`),
    (_, before: string) => before + revision,
  );
  if (changed === worker) throw new Error(`${url} is not in the list of sw.js`);
  return changed;
}
