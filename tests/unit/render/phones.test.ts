import { expect, test } from 'vitest';
import { callable } from '#render/phones.ts';

const lines = ['12345', '12333'];
const call = (number: string, shown = number) => `<a href="tel:${number}">${shown}</a>`;

test('hotlines and numbers with an area code can be called, wherever they stand in the text', () => {
  expect(callable('<p>打12345，再问<b>12333</b>。</p>', lines)).toBe(
    `<p>打${call('12345')}，再问<b>${call('12333')}</b>。</p>`,
  );
  expect(callable('<td>0432-62222222、13912345678</td>', lines)).toBe(
    `<td>${call('043262222222', '0432-62222222')}、${call('13912345678')}</td>`,
  );
  expect(callable('12345人工接听', lines)).toBe(`${call('12345')}人工接听`);
  expect(callable('急事打110，税务打12366', lines)).toBe(`急事打${call('110')}，税务打${call('12366')}`);
});

test('figures are no telephone numbers', () => {
  for (const text of [
    '12345户',
    '12345人',
    '112345',
    '12345.6',
    '12,345',
    '2012345亩',
    '220221-12345',
    '12366',
    '110法律法规库',
    '打120元',
  ])
    expect(callable(`<p>${text}</p>`, lines)).toBe(`<p>${text}</p>`);
});

test('links, buttons, scripts and attributes stay as they are', () => {
  for (const html of [
    '<a href="/">打12345</a>',
    '<button aria-label="a > 12345">12345</button>',
    '<script>let n = "12345";</script>',
    '<p title="12345 > 1">问</p>',
    '<!-- 12345 -->',
    '<details><summary>12345</summary></details>',
  ])
    expect(callable(html, lines)).toBe(html);
});
