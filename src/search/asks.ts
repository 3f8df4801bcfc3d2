/**
 * How much asks (问法) say, as it travels to the reader: a digit of base 36 for each, in steps of so many bits, and a bar after
 * those of an entry.
 */
const step = 4;
const base = 36;

/** `bits`: of the asks of each entry in turn. */
export const writeBits = (bits: readonly (readonly number[])[]): string =>
  bits.map((own) => own.map(digitOf).join('')).join('|');

const digitOf = (bits: number): string => Math.min(base - 1, Math.max(1, Math.round(bits / step))).toString(base);

export const readBits = (text: string): number[][] =>
  text.split('|').map((digits) => Array.from(digits, (digit) => Number.parseInt(digit, base) * step));
