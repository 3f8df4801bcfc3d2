/** One step of a text (单位): a Chinese character, a number by its value, or a run of Latin letters. */
export interface Unit {
  /** Folded: 乌, 20000, toilet. */
  text: string;
  kind: 'han' | 'number' | 'latin';
  /** Stands directly after the unit before it. */
  joined: boolean;
  /** Where it stands in the text as it was written. */
  start: number;
  end: number;
}

/** Traditional → simplified; whatever it does not know stays. */
export type Simplify = (character: string) => string;
export const asWritten: Simplify = (character) => character;

const tones = /[\u0300-\u036f]/gu;

/** Width, case, tone marks and variants folded; numbers by value however they are written: 两万 = 20,000 = ２万. */
export function unitsOf(text: string, simplify: Simplify = asWritten): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    const folded = simplify(character.normalize('NFKD').replaceAll(tones, '').toLowerCase());
    const kind = kindOf(folded);
    if (kind === undefined) continue;
    const last = units[units.length - 1];
    const joined = last?.end === start;
    const goesOn = joined && kind !== 'han' && last.kind === kind;
    if (goesOn) {
      last.text += folded;
      last.end = at;
    } else units.push({ text: folded, kind, joined, start, end: at });
  }
  return byValue(units, text);
}

function kindOf(character: string): Unit['kind'] | undefined {
  if (/^\p{Script=Han}$/u.test(character) || character === '〇') return 'han';
  if (/^\d+$/u.test(character)) return 'number';
  return /^[a-zü]+$/u.test(character) ? 'latin' : undefined;
}

const digits = new Map(Array.from('零一二三四五六七八九', (c, value) => [c, value]));
digits.set('〇', 0).set('两', 2);
const scales = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const myriads = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Joins the parts of a number: 254 . 5 万 → 2545000, 二十五 → 25. A 万 with no number before it stays (万昌). */
function byValue(units: readonly Unit[], text: string): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length;) {
    const first = units[i] as Unit;
    let end = i + 1;
    let value: number | undefined;
    if (first.kind === 'number') {
      let figure = first.text;
      for (let next = units[end]; next?.kind === 'number'; next = units[end]) {
        const between = text.slice((units[end - 1] as Unit).end, next.start).normalize('NFKC');
        if (between === '.' && !figure.includes('.')) figure += `.${next.text}`;
        else if (between === ',' && next.text.length === 3) figure += next.text;
        else break;
        end++;
      }
      value = Number(figure);
    } else if (digits.has(first.text) || first.text === '十') {
      [value, end] = chineseNumber(units, i);
    }
    if (value === undefined) {
      out.push(first);
      i++;
      continue;
    }
    for (let next = units[end]; next?.joined && (myriads.has(next.text) || scales.has(next.text)); next = units[end]) {
      value *= myriads.get(next.text) ?? scales.get(next.text) ?? 1;
      end++;
    }
    const shown = String(Math.round(value * 1e4) / 1e4);
    out.push({ ...first, text: shown, kind: 'number', end: (units[end - 1] as Unit).end });
    i = end;
  }
  return out;
}

/** 二十五 → 25, 二〇二〇 → 2020; 十三五 is 13 and then 5. */
function chineseNumber(units: readonly Unit[], from: number): [value: number, end: number] {
  let total = 0;
  let digit: number | undefined;
  let end = from;
  let scaled = false;
  for (; end < units.length; end++) {
    const unit = units[end] as Unit;
    if (end > from && !unit.joined) break;
    const one = digits.get(unit.text);
    const scale = scales.get(unit.text);
    if (one !== undefined) {
      if (digit !== undefined && scaled) break;
      digit = digit === undefined ? one : digit * 10 + one;
    } else if (scale !== undefined && (digit !== undefined || scale === 10)) {
      total += (digit ?? 1) * scale;
      digit = undefined;
      scaled = true;
    } else break;
  }
  return [total + (digit ?? 0), end];
}
