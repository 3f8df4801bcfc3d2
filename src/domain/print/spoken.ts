const digits = '零一二三四五六七八九';

/** Digit by digit, with 〇, as years and hotlines are said: 2020 → 二〇二〇. */
function digitByDigit(figure: string, zero = '〇'): string {
  return Array.from(figure, (digit) => (digit === '0' ? zero : digits[Number(digit)])).join('');
}

/** Below ten thousand: 1010 → 一千零一十. */
function spokenGroup(value: number): string {
  let text = '';
  let skipped = false;
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) skipped = text !== '';
    else {
      text += `${skipped ? '零' : ''}${digits[digit] ?? ''}${name}`;
      skipped = false;
    }
  }
  return text;
}

/** A whole number as it is said: 15320 → 一万五千三百二十, 22000 → 两万二千, 12 → 十二. */
export function spokenInteger(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const group = Math.floor(value / size) % 1e4;
    if (group === 0) continue;
    text += `${text !== '' && group < 1000 ? '零' : ''}${spokenGroup(group)}${name}`;
  }
  // 十五, not 一十五, and 两万, not 二万, where the number begins so.
  return text.replace(/^一十/u, '十').replace(/^二(?=[千万亿])/u, '两');
}

/** 254.5 → 二百五十四点五. */
function spokenNumber(figure: string): string {
  const [whole = '', part] = figure.split('.');
  return spokenInteger(Number(whole)) + (part ? `点${digitByDigit(part, '零')}` : '');
}

/**
 * Figures of a text as a speaker says them (念法): 2万户 → 两万户, 254.5万人 → 二百五十四点五万人,
 * 2020年 → 二〇二〇年, 60% → 百分之六十, 12345热线 → 一二三四五热线.
 */
export function speak(text: string): string {
  return text
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replaceAll(/(?<![\d.])\d{4}(?=年|[—－~～至到-]\d{4}年)/gu, (year) => digitByDigit(year))
    .replaceAll(/(?<![\d.])12[34]\d\d(?![\d.])/gu, (hotline) => digitByDigit(hotline, '零'))
    .replaceAll(/(\d+(?:\.\d+)?)%/gu, (_, figure: string) => `百分之${spokenNumber(figure)}`)
    .replaceAll(/(第?)(\d+(?:\.\d+)?)(?=(\p{Script=Han}?))/gu, (_, ordinal: string, figure: string, next: string) => {
      // 两户, 两万户; but 第二, 二月, 二日.
      const pair = figure === '2' && ordinal === '' && next !== '' && !'月日号'.includes(next);
      return ordinal + (pair ? '两' : spokenNumber(figure));
    });
}

/** Set phrases made of numerals that count nothing. */
const phrases = /十三五|千万不|千万别|万一|十分|一一/gu;

/** Figures in Chinese numerals, of two numerals or more: 三个 counts as a word, 二十七个 as a figure. */
export function spokenFigures(text: string): string[] {
  const numerals = /(?:百分之)?[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+万?亿?)?/gu;
  return (text.replaceAll(phrases, '·').match(numerals) ?? []).filter((figure) => figure.length > 1);
}

/** 3-8 → 第三部分第八条, 2-4-5 → 第二部分第四条第五项, 0 → 前言. */
export function spokenClause(id: string): string {
  if (id === '0') return '前言';
  const names = ['部分', '条', '项'];
  return id
    .split('-')
    .map((step, index) => `第${spokenInteger(Number(step))}${names[index] ?? '点'}`)
    .join('');
}

/** Speed of reading over a village loudspeaker (村村响), characters a minute. */
export const speakingSpeed = 180;

/** Minutes it takes to say a text, to the half minute, at least half a minute. */
export function speakingMinutes(text: string): number {
  const spoken = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.max(0.5, Math.round((spoken / speakingSpeed) * 2) / 2);
}
