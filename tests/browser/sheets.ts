import type { Page } from '@playwright/test';

/** Sheets of paper that a page takes: a PDF has one /Type /Page for each. A3 is A4 √2 times as large. */
export async function sheetsOf(page: Page, format: 'A4' | 'A3' = 'A4'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: format === 'A4', scale: format === 'A4' ? 1 : Math.SQRT2 });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What is wrong with a page laid out for print, before it is cut into sheets. */
export function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (selectors: string) =>
      [...document.querySelectorAll<HTMLElement>(selectors)].filter(
        (one) => one.checkVisibility() && one.getClientRects().length > 0 && !one.matches('.vh, .vh *'),
      );
    const words = (one: HTMLElement) => one.innerText.trim().slice(0, 20);
    const after = (one: HTMLElement) => getComputedStyle(one, '::after').content;
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...shown('main :is(h1, h2, h3, h4, h5, h6, :not(.facts > *) > dt, summary, caption, .layer)')
        .filter((one) => getComputedStyle(one).breakAfter !== 'avoid')
        .map((one) => `may stand alone at the foot of a sheet: ${one.tagName} ${words(one)}`),
      ...shown('.paper')
        .filter((one) => getComputedStyle(one).breakBefore !== 'avoid')
        .map(() => 'the address may stand alone on a sheet'),
      ...shown('button, input, select, textarea, nav, audio, video').map((one) => `to be pressed: ${words(one)}`),
      ...shown('main a:is([href^="http"], [href$=".csv"], [href$=".json"], [href$=".zip"], [download])')
        .filter((one) => !after(one).includes(one.getAttribute('href') ?? ''))
        .map((one) => `leads nowhere: ${words(one)}`),
      ...(/(?:^|[，。：])点开|点一下|点「/m.exec(document.body.innerText) ?? []).map((say) => `says to press: ${say}`),
      // A poster has margins of its own.
      ...(wide > 0 && shown('.sheet').length === 0 ? [`${wide} px too wide`] : []),
    ];
  });
}
