/** A piece of a text; `phone` where it is a telephone number that can be called, without blanks and hyphens. */
export interface Piece {
  text: string;
  phone?: string;
}

/** With its area code, of a mobile phone, or paid by who is called: 0432-12345678, 13912345678, 400-123-4567. */
const long = String.raw`0\d{2,3}-\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4}`;

/** What follows 打 (call) is one, short as it may be: 打110. */
const called = String.raw`打(1\d{2}|1\d{4})`;

/** The telephone numbers of a text (电话号码): long ones by their form, short ones (12345) by the list of hotlines or after 打. */
export function phonesIn(text: string, hotlines: readonly string[]): Piece[] {
  const numbers = new RegExp(
    // Not inside a longer number, and no figure with its unit: 12345户. Older browsers cannot look behind.
    String.raw`(?:${called}|(?:^|[^\d.,\-/])(${[...hotlines, long].join('|')}))(?![\d%-]|[.,]\d|[万亿元户亩]|人(?!工))`,
    'gu',
  );
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: all, 1: short, 2: known = short, index } of text.matchAll(numbers)) {
    if (known === undefined) continue;
    const start = index + all.length - known.length;
    if (start > end) pieces.push({ text: text.slice(end, start) });
    end = start + known.length;
    pieces.push({ text: known, phone: known.replaceAll('-', '') });
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
