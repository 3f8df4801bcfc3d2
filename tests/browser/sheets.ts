import type { Page } from '@playwright/test';

/** Sheets of paper that a page takes: a PDF has one /Type /Page for each. A3 is A4 √2 times as large. */
export async function sheetsOf(page: Page, format: 'A4' | 'A3' = 'A4'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: format === 'A4', scale: format === 'A4' ? 1 : Math.SQRT2 });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
