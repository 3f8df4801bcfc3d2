import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMdx } from '#content-io/mdx.ts';
import { parseYaml } from '#content-io/yaml.ts';

/**
 * npm run fuzz: for a minute (SECONDS=…), spoils real files at random and reads them. Nothing may throw or take
 * longer than a second; a failure is printed with its seed.
 */
const until = performance.now() + Number(process.env['SECONDS'] ?? 60) * 1000;
const texts = ['places', 'policies', 'cases'].flatMap((kind) =>
  readdirSync(join('src/content', kind)).map((name) => readFileSync(join('src/content', kind, name), 'utf-8')),
);
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '---\n',
    '<',
    '>',
    '{',
    '}',
    '&a ',
    '*a',
    '"',
    "'",
    '\t',
    '\n\n',
    '](',
    '<Clause',
    '</Background>',
    '- ',
    ': ',
    '|',
    '`',
    '\u0000',
    '\uFEFF',
    '\nimport "',
    '\nexport ',
    '\\',
  ),
);
const spoiled = fc
  .tuple(
    fc.nat(texts.length - 1),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), junk, fc.nat(30)), { minLength: 1, maxLength: 12 }),
  )
  .map(([which, edits]) =>
    edits.reduce((text, [at, put, cut]) => {
      const place = Math.floor(at * text.length);
      // Now and then the file breaks off there.
      return text.slice(0, place) + put + (cut === 30 ? '' : text.slice(place + cut));
    }, texts[which] ?? ''),
  );

let runs = 0;
let slowest = 0;
while (performance.now() < until) {
  fc.assert(
    fc.property(spoiled, (text) => {
      const started = performance.now();
      const cut = text.indexOf('\n---\n');
      parseYaml(text.slice(4, cut), 'a.mdx', 2).lineOf(['facts', 0, 'value']);
      parseMdx(text.slice(cut + 5), 'a.mdx', 1);
      const took = performance.now() - started;
      slowest = Math.max(slowest, took);
      runs += 1;
      if (took > 1000) throw new Error(`用了 ${took.toFixed(0)} 毫秒`);
    }),
    { numRuns: 500 },
  );
}
console.log(`改坏了 ${runs} 次，没有一次出错；最慢的一次 ${slowest.toFixed(0)} 毫秒`);
