import { test } from '@playwright/test';
import { expectOnePage, sheets } from '../sheets.ts';

test('every sheet of the checker, every blank form and every page for others is one page of A4 @all', async ({
  page,
}) => {
  test.setTimeout(20 * 60_000);
  for (const sheet of sheets) await expectOnePage(page, sheet);
});
