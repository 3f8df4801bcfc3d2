import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { type BrowserContext, type Page, expect, test } from '@playwright/test';
import sirv from 'sirv';
import { outDir } from '../../scripts/paths.ts';
import type { KeptState } from '#domain/site/offline.ts';
import { needCities, secondSite } from '../fixtures/cities.ts';
import { base, madeUp, needPortal, portal } from '../fixtures/portal.ts';
import { answer } from './checker.ts';

test.use({ serviceWorkers: 'allow' });

/** The site on a port of its own, so that nothing stored by another test helps; `publish` changes it under the reader. */
async function host(folder: string, below: string) {
  const published = new Map<string, string | number>();
  const files = sirv(folder, { dev: true });
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    asked.push(pathname);
    const changed = published.get(pathname);
    if (typeof changed === 'number') response.writeHead(changed).end();
    else if (changed === undefined) files(request, response);
    else response.setHeader('content-type', changed.startsWith('<') ? 'text/html' : 'text/javascript').end(changed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    url: `${url}${below}`,
    /** A number is the status of an empty answer. */
    publish: (path: string, text: string | number) => published.set(path, text),
    /** Paths, as often as they were asked for. */
    asked,
    /** As if the cable were pulled: also what the worker itself asks for fails. */
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** The small made-up city: how things are kept is the same however much there is to keep. */
function hostSmall() {
  needCities();
  return host(secondSite, '/');
}

/** What the worker says is kept, or nothing where there is no worker. */
function kept(page: Page): Promise<KeptState | undefined> {
  return page.evaluate(async () => {
    const worker = (await navigator.serviceWorker.getRegistration())?.active;
    if (worker?.state !== 'activated') return undefined;
    const { port1, port2 } = new MessageChannel();
    worker.postMessage('state', [port2]);
    return new Promise<KeptState>((resolve) => {
      port1.onmessage = ({ data }) => {
        resolve(data as KeptState);
      };
    });
  });
}

/** Until everything of the list is stored and the worker is in charge. */
async function stored(page: Page): Promise<void> {
  await expect.poll(async () => (await kept(page))?.missing.sent, { intervals: [200] }).toBe(0);
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
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);

  publishNew(site, ['offline/site.json', 'offline/policies.json']);

  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('新版');
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
  // The worker hears of its successor a little later than the page.
  const [inCharge] = context.serviceWorkers();
  await expect
    .poll(() => inCharge?.evaluate(() => (self as unknown as ServiceWorkerGlobalScope).registration.waiting !== null))
    .toBe(true);
  // Still the old one, whole, as long as this page is open.
  expect(await page.evaluate(async () => (await fetch('/policies/money/')).text())).not.toContain('新版');

  await page.goto(`${site.url}policies/money/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('新版');
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('新版');
  await site.close();
});

test('a version that was published only in part is not taken', async ({ page }) => {
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  // The list names another home page than the one that is served.
  const worker = readFileSync(join(secondSite, 'sw.js'), 'utf-8');
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
  await expect(page.getByRole('heading', { level: 1 })).toContainText('云溪市');
  await site.close();
});

test('a server that is ailing is not taken for a network that is gone', async ({ page }) => {
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  site.publish('/sw.js', 503);
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
  const site = await hostSmall();
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

/** As much room as the browser leaves to the site, in bytes; none given: as much as there is. */
async function room(page: Page, context: BrowserContext, url: string, bytes?: number): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    ...(bytes !== undefined && { quotaSize: bytes }),
  });
}

test('a device with room for a part keeps that part, says what it is and what helps, and goes on when there is room', async ({
  page,
  context,
}) => {
  const site = await host(outDir, '/');
  await room(page, context, site.url, 600_000);
  await page.goto(`${site.url}about/`);
  const store = page.locator('offline-store');
  await expect(store).toContainText('地方不够，还要约');
  await expect(store).toContainText('删掉不用的照片、视频或者应用');
  const part = await kept(page);
  expect(part?.missing.sent).toBeGreaterThan(0);
  expect(part?.bytes).toBeLessThan(600_000);
  await expect(store).toContainText(`存着${part?.files ?? 0}个文件`);

  // The next page waits its time instead of asking again at once.
  const bundles = () => site.asked.filter((path) => path.startsWith('/offline/') && path.endsWith('.json')).length;
  const before = bundles();
  await page.goto(`${site.url}about/`);
  await expect(store).toContainText('地方不够');
  await page.waitForLoadState('networkidle');
  expect(bundles()).toBe(before);

  // Online, what is not kept is shown all the same; without a network, what is said to be kept is there.
  await page.goto(`${site.url}residence-permit/`);
  await answer(page, 'permit');
  await context.setOffline(true);
  await page.goto(`${site.url}policies/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('政策导读');
  await page.goto(`${site.url}cases/panshi-toilets/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有网络时能读什么');
  await context.setOffline(false);

  await room(page, context, site.url);
  await page.goto(`${site.url}about/`);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(store).toContainText(/存着\d+个文件，约\d+\.\d兆字节，没有网络也能读/);
  await site.close();
});

test('a device with no room at all says so, and the site is read online', async ({ page, context }) => {
  const site = await hostSmall();
  await room(page, context, site.url, 1);
  await page.goto(`${site.url}about/`);
  await expect(page.locator('offline-store')).toContainText('还没有存本站的内容。地方不够');
  await page.goto(`${site.url}policies/money/`);
  await expect(page.locator('main')).toContainText('钱和管理');
  expect(await kept(page)).toMatchObject({ files: 0, visited: 0 });
  await site.close();
});

test('what the browser took away is not said to be there, and is fetched anew, whatever the clock of the device says', async ({
  page,
}) => {
  await page.clock.setFixedTime('2001-01-01T00:00:00');
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  expect(await kept(page)).toMatchObject({ files: 0, bytes: 0 });
  await page.clock.setFixedTime('2099-01-01T00:00:00');
  await page.goto(`${site.url}about/`);
  await stored(page);
  await expect(page.locator('offline-store')).toContainText('没有网络也能读');
  await site.close();
});

test('a reader who saves data gets what is opened; the rest comes at a press, with its size', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const site = await hostSmall();
  await page.goto(`${site.url}policies/money/`);
  // The page itself, which was there before the worker.
  await expect.poll(async () => (await kept(page))?.visited).toBe(1);
  await page.goto(`${site.url}about/`);
  const store = page.locator('offline-store');
  await expect(store).toContainText('要省流量');
  expect(site.asked.filter((path) => path.startsWith('/offline/'))).toEqual([]);

  await context.setOffline(true);
  await page.goto(`${site.url}policies/money/`);
  await expect(page.locator('main')).toContainText('钱和管理');
  await page.goto(`${site.url}places/zhulin/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在没有网络');
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(2);
  await context.setOffline(false);

  await page.goto(`${site.url}about/`);
  await page.getByRole('button', { name: /^都存下来，最多\d+\.\d兆字节流量$/ }).click();
  await stored(page);
  await expect(store).toContainText('没有网络也能读');
  await site.close();
});

test('a new version for which there is no room beside the old one takes over all the same', async ({
  page,
  context,
}) => {
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await room(page, context, site.url, used + 100_000);
  site.publish('/', readFileSync(join(secondSite, 'index.html'), 'utf-8').replaceAll('<h1>', '<h1>新版'));
  publishNew(site, ['offline/site.json', 'offline/policies.json', 'offline/places.json']);
  await page.goto(site.url);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
  await expect
    .poll(async () => {
      await page.goto(site.url);
      return page.getByRole('heading', { level: 1 }).textContent();
    })
    .toContain('新版');
  // The room of the old one is free now.
  await page.evaluate(() => {
    localStorage.removeItem('offline attempts');
  });
  await page.reload();
  await stored(page);
  await site.close();
});

test('a new version fetches nothing on a device that saves data; what is older stays to be read without a network', async ({
  page,
  context,
}) => {
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  const worker = readFileSync(join(secondSite, 'sw.js'), 'utf-8');
  const saves = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });';
  site.publish('/sw.js', saves + withRevision(worker, 'offline/policies.json', '0000000000000000'));
  await page.addInitScript(saves);
  const before = site.asked.length;
  await page.goto(site.url);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
  // The old one goes when its last page is left.
  await expect(async () => {
    await page.goto(`${site.url}about/`);
    await expect(page.locator('offline-store')).toContainText('要省流量', { timeout: 2_000 });
  }).toPass();
  expect(site.asked.slice(before).filter((path) => path.startsWith('/offline/'))).toEqual([]);
  await context.setOffline(true);
  await page.goto(`${site.url}policies/money/`);
  await expect(page.locator('main')).toContainText('钱和管理');
  await site.close();
});

test('where the browser can keep nothing, the page does not say that it will', async ({ page }) => {
  // As at an address without TLS.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
  const site = await hostSmall();
  await page.goto(`${site.url}about/`);
  await expect(page.locator('offline-store')).toContainText(
    '这个浏览器或者这个网址不能把本站存进设备：没有网络时读不了。',
  );
  await site.close();
});

test('a browser that cannot pack keeps everything as it is', async ({ page, context }) => {
  const site = await hostSmall();
  site.publish(
    '/sw.js',
    `delete self.CompressionStream; delete self.DecompressionStream;${readFileSync(join(secondSite, 'sw.js'), 'utf-8')}`,
  );
  await page.goto(site.url);
  await stored(page);
  await context.setOffline(true);
  await page.goto(`${site.url}policies/money/`);
  await expect(page.locator('main')).toContainText('钱和管理');
  await site.close();
});

test('a site that has moved away leaves nothing behind that hides its successor', async ({ page }) => {
  const site = await hostSmall();
  await page.goto(site.url);
  await stored(page);
  site.publish('/sw.js', 404);
  site.publish('/', '<!doctype html><meta charset="utf-8"><title>别的网站</title><h1>别的网站</h1>');
  await page.reload();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto(site.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('别的网站');
  await site.close();
});

/** The worker with another hash in its list for one file. */
/** A new version, in whose bundles every heading says so. */
function publishNew(site: Awaited<ReturnType<typeof host>>, bundles: readonly string[]): void {
  let worker = readFileSync(join(secondSite, 'sw.js'), 'utf-8');
  for (const path of bundles) {
    const text = readFileSync(join(secondSite, path), 'utf-8').replaceAll('<h1>', '<h1>新版');
    worker = withRevision(worker, path, hash('sha256', text).slice(0, 16));
    site.publish(`/${path}`, text);
  }
  site.publish('/sw.js', worker);
}

function withRevision(worker: string, url: string, revision: string): string {
  const changed = worker.replace(
    new RegExp(`(\\{"url":"${RegExp.escape(url)}","revision":")[0-9a-f]{16}`),
    (_, before: string) => before + revision,
  );
  if (changed === worker) throw new Error(`${url} is not in the list of sw.js`);
  return changed;
}
