/** How much asks (问法) say, as it travels to the reader: a digit of base 36 for each, in steps of so many bits. */
const step = 4;
const base = 36;

export const writeBits = (bits: readonly number[]): string =>
  bits.map((each) => Math.min(base - 1, Math.max(1, Math.round(each / step))).toString(base)).join('');

export const readBits = (digits: string): number[] =>
  Array.from(digits, (digit) => Number.parseInt(digit, base) * step);
