import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Record<string, string>;

/** The blocks of tokens.css: selector → tokens. A block inside @media is named with it. */
function blocks(): Map<string, Tokens> {
  const css = readFileSync('src/styles/tokens.css', 'utf-8').replaceAll(/\/\*.*?\*\//gs, '');
  const found = new Map<string, Tokens>();
  for (const [, media = '', selector = '', declarations = ''] of css.matchAll(
    /(?:(@media[^{]*)\{\s*)?(:root[^{]*)\{([^}]*)\}/g,
  )) {
    const tokens = [...declarations.matchAll(/--([a-z]+):\s*(#[\da-f]+)/gi)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    found.set(`${media}${selector}`.replaceAll(/\s+/g, ' ').trim(), Object.fromEntries(tokens) as Tokens);
  }
  return found;
}

const css = blocks();
const block = (selector: string) => css.get(selector) ?? {};
const light = block(':root');
const dark = block(":root[data-theme='dark']");
const systemDark = block("@media (prefers-color-scheme: dark) :root:not([data-theme='light'])");
const high = block(":root[data-contrast='high']");
const systemDarkHigh = block(
  "@media (prefers-color-scheme: dark) :root[data-contrast='high']:not([data-theme='light'])",
);
const darkHigh = block(":root[data-theme='dark'][data-contrast='high']");

const schemes: Record<string, Tokens> = {
  light,
  'dark, chosen by the reader': { ...light, ...dark },
  'dark, as the system asks': { ...light, ...systemDark },
  'high contrast': { ...light, ...high },
  'high contrast where the system asks for dark': { ...light, ...systemDark, ...high, ...systemDarkHigh },
  'high contrast in the dark, chosen by the reader': { ...light, ...dark, ...high, ...darkHigh },
};

/** WCAG 2.2 relative luminance of #rgb or #rrggbb. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replaceAll(/[\da-f]/gi, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

test('black on white is 21 to 1, grey #767676 on white just passes 4.5', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#fff')).toBeCloseTo(4.54, 2);
});

test('the dark colours are the same whether the reader or the system asks for them', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(8);
  expect(systemDark).toEqual(dark);
  expect(systemDarkHigh).toEqual(darkHigh);
});

describe.each(Object.entries(schemes))('%s', (_name, tokens) => {
  const grounds = ['paper', 'card', 'tint'];
  const token = (name: string) => {
    const value = tokens[name];
    if (value === undefined) throw new Error(`no --${name} in tokens.css`);
    return value;
  };
  const pairs = (names: string[]) => names.flatMap((name) => grounds.map((ground): [string, string] => [name, ground]));
  test.each(pairs(['ink', 'soft', 'river', 'brick']))('%s on %s is text: at least 7 to 1', (name, ground) => {
    expect(contrast(token(name), token(ground))).toBeGreaterThanOrEqual(7);
  });
  test.each(pairs(['rice', 'line']))('%s on %s is a mark: at least 3 to 1', (name, ground) => {
    expect(contrast(token(name), token(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('no colour but the black and white of paper stands outside tokens.css, so that a new one is seen here', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf-8' }).filter(
    (name) => /\.(?:ts|astro|css)$/.test(name) && !/^(?:content|data)\//.test(name) && name !== 'styles/tokens.css',
  );
  const coloured = files.flatMap((name) =>
    readFileSync(`src/${name}`, 'utf-8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .filter((line) => /['":\s(]#(?!000\b|fff\b)(?:[\da-f]{6}|[\da-f]{3})\b(?!\()/i.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(coloured).toEqual([]);
});
