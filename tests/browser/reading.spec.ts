import { type Locator, type Page, expect, test } from '@playwright/test';
import { sheets } from './checker.ts';

const phone = { width: 360, height: 640 };

/** Boxes of the controls that stand alone: menus, buttons, fields, the links of lists and footer. */
const controls =
  '.menu a, .foot a, .inline a, .doors a, button:visible, input:visible, summary:visible, a[data-option]';

async function smallTargets(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const control of await page.locator(controls).all()) {
    const box = await control.boundingBox();
    if (box && box.height > 0 && box.height < 43.5)
      found.push(`${(await control.innerText()).slice(0, 12)} ${box.height} px high`);
  }
  return found;
}

test.describe('an old person with a cheap phone', () => {
  test.use({ viewport: phone });

  test('loads the first page with at most 300 kB', async ({ page }) => {
    let bytes = 0;
    page.on('response', (response) => {
      void response.body().then(
        (body) => (bytes += body.length),
        () => undefined,
      );
    });
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(300_000);
  });

  test('gets the top of a long page first, and still lands on the very clause or term asked for', async ({ page }) => {
    const term = page.locator('#zhuanyi-zhifu');
    const drawn = () => term.locator('dd').evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }));
    await page.goto('/glossary/');
    expect(await drawn()).toBe(false);
    await page.goto('/glossary/#zhuanyi-zhifu');
    await expect(term).toBeInViewport();
    expect(await drawn()).toBe(true);
    for (const [path, id] of [
      ['/document/', 'c-2-4-2'],
      ['/policies/residence-permit/', 'questions'],
    ] as const) {
      await page.goto(`${path}#${id}`);
      // 1 rem of room above (scroll-padding-top), at 18 px a rem.
      await expect
        .poll(() => page.locator(`#${id}`).evaluate((place) => Math.round(place.getBoundingClientRect().top)))
        .toBe(18);
    }
  });

  test('reads text of at least 18 px and finds what it means for them in the first paragraph', async ({ page }) => {
    await page.goto('/policies/environment/');
    const sizes = await page
      .locator(
        'main p:not(.meta, .layer, .crumbs *, .gist *, .paper *, .poster *, .to-top), main li:not(.crumbs *, .toc *)',
      )
      .evaluateAll((list) =>
        list.filter((one) => one.checkVisibility()).map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
    await expect(page.locator('main p.lead').first()).toContainText('生态卫生厕所');
  });

  test('taps controls that are at least 44 px high', async ({ page }) => {
    const small: string[] = [];
    for (const path of ['/', '/policies/environment/', '/places/', '/residence-permit/']) {
      await page.goto(path);
      small.push(...(await smallTargets(page)).map((what) => `${path} ${what}`));
    }
    expect(small).toEqual([]);
  });

  test('turns the phone and sees nothing cut off, nothing fixed over the text, nothing that moves', async ({
    page,
  }) => {
    for (const path of ['/', '/policies/environment/']) {
      await page.goto(path);
      await page.setViewportSize({ width: 640, height: 360 });
      const found = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
        const styles = [...document.body.querySelectorAll('*')].map((element) => getComputedStyle(element));
        return {
          wide,
          fixed: styles.filter(({ position, display }) => display !== 'none' && ['fixed', 'sticky'].includes(position))
            .length,
          moving: document.getAnimations().length,
          open: document.querySelectorAll('dialog[open]').length,
        };
      });
      expect(found, path).toEqual({ wide: false, fixed: 0, moving: 0, open: 0 });
    }
  });
});

test.describe('with colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  const ground = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);

  test('what is chosen has another ground than what is not', async ({ page }) => {
    await page.goto('/');
    await page.getByText('字号等阅读设置').click();
    const group = page.getByRole('group', { name: '字号' });
    const chosen = await ground(group.locator('[aria-pressed="true"]'));
    expect(chosen).not.toBe(await ground(group.locator('[aria-pressed="false"]').first()));
  });
});

test.describe('who wants the plain page (简洁)', () => {
  test('is not told of a picture that is not there', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('reading', '{"view":"simple"}');
    });
    await page.goto('/');
    const shown = await page.getByRole('main').innerText();
    expect(shown).toContain('五个发展极');
    expect(shown).not.toMatch(/下面这张图|示意图/);
    await expect(page.getByRole('list', { name: '图例' })).toBeHidden();
  });
});

test.describe('with the keyboard alone', () => {
  test('the first stop is the skip link, and it moves the focus into the text', async ({ page }) => {
    await page.goto('/policies/environment/');
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    await expect(skip).toHaveText('跳到正文');
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  for (const [width, what, path] of [360, 1280].flatMap((width) => [
    [width, 'the home page', '/'] as const,
    [width, 'results of a search', '/search/?q=厕所'] as const,
    [width, 'a question of the checker', '/residence-permit/permit/'] as const,
    [width, 'a sheet', sheets[0]?.path ?? ''] as const,
  ]))
    test(`stops go down ${what} as it is read, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      if (path.startsWith('/search')) await expect(page.locator('[data-search-state="done"]')).toBeVisible();
      const stops: { name: string; top: number; bottom: number; left: number }[] = [];
      for (let stop = 0; stop < 30; stop++) {
        await page.keyboard.press('Tab');
        stops.push(
          await page.evaluate(() => {
            const one = document.activeElement ?? document.body;
            const { top, bottom, left } = one.getBoundingClientRect();
            return { name: one.textContent.trim(), top: top + scrollY, bottom: bottom + scrollY, left };
          }),
        );
        if (stops.at(-1)?.name === '跳到正文' && stop > 0) break;
      }
      // The first is the skip link, which lies over the page; the last may be the first again.
      const walked = stops.slice(1).filter(({ name }) => name !== '跳到正文');
      const back = walked.filter((one, n) => {
        const before = walked[n - 1];
        // What stands higher may be the head of the next column.
        return before !== undefined && one.bottom <= before.top && one.left <= before.left;
      });
      expect(walked.length).toBeGreaterThan(5);
      expect(back.map(({ name }) => name)).toEqual([]);
    });

  test('every stop shows where it is', async ({ page }) => {
    await page.goto('/');
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const { activeElement } = document;
        if (!activeElement) return 'nothing';
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
          ? 'shown'
          : activeElement.outerHTML.slice(0, 80);
      });
      expect(shown).toBe('shown');
    }
  });

  test('the gist of a clause opens', async ({ page }) => {
    await page.goto('/policies/environment/');
    const gist = page.locator('details.gist').first();
    await gist.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(gist.locator('p')).toBeVisible();
  });
});

test.describe('by ear', () => {
  test('a clause reference is read as a clause, leads to its wording, and going back returns to the place', async ({
    page,
  }) => {
    await page.goto('/policies/environment/');
    const mark = page
      .locator('#says ~ p a[data-clause="3-8"], section[aria-labelledby="says"] a[data-clause="3-8"]')
      .first();
    await expect(mark).toHaveAccessibleName('条款 三(八)');
    await mark.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(300);
    await mark.click();
    await expect(page).toHaveURL(/\/document\/#c-3-8$/);
    await expect(page.locator('#c-3-8')).toBeInViewport();
    await page.goBack();
    await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), before)).toBeLessThan(50);
  });

  test('the page read aloud is what is to be seen, each text once, without marks and menus', async ({ page }) => {
    // A phone has not drawn most of the page yet.
    await page.setViewportSize(phone);
    await page.addInitScript(() => {
      Object.assign(window, { said: [] as string[] });
      speechSynthesis.speak = ({ text }) => (window as unknown as { said: string[] }).said.push(text);
    });
    await page.goto('/policies/environment/');
    await page.getByText('字号等阅读设置').click();
    await page.getByRole('button', { name: '朗读本页' }).click();
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said[0]).toBe('农村厕所、秸秆和院子：你家要改什么、找谁问');
    expect(said).toContain('和我有什么关系');
    expect(said).toContain('养牲畜多的：大户的畜禽粪便要综合治理。');
    // Nothing after the last heading: the forms of a citation are folded away, notes and address are for paper.
    expect(said[said.length - 1]).toBe('引用本页');
    expect(said.join('\n')).not.toMatch(/¶|回到页首|GB\/T|http|首页|三\(八\)/);
    // The label of a layer stands twice on the page; nothing else does.
    const texts = said.filter((text) => text !== '背景资料');
    expect(texts.filter((text, n) => texts.indexOf(text) < n)).toEqual([]);
    const whole = said.join('');
    expect(whole.split('住在农村的乡亲').length - 1).toBe(1);
  });

  test('what happens is told once', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const places = '[role="status"], [role="alert"], [aria-live]';
      new MutationObserver((changes) => {
        const spoken = new Set(
          changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(places)),
        );
        for (const place of spoken) if (place?.textContent) told.push(place.textContent);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await page.goto('/policies/environment/');
    await expect(page.locator('reading-tools summary')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await expect.poll(told).toHaveLength(1);
    await page.locator('[data-copy-link]').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-copy-link]').first()).toHaveText('链接已复制');
    // It says again what it does: all that was to be told has been.
    await expect(page.locator('[data-copy-link]').first()).toHaveText('¶');
    expect(await told()).toEqual([expect.stringContaining('现在没有网络'), '链接已复制']);
  });

  test('a reader finds one main text, a named navigation, a footer and one heading of the page, and figures are text', async ({
    page,
  }) => {
    await page.goto('/policies/environment/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: '主菜单' })).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const spoken = await page.getByRole('main').ariaSnapshot();
    expect(spoken).toContain('2万户');
    expect(spoken).toContain('8万户');
  });
});
