import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sample, textOf } from './built-pages.ts';

const real = '../shared/source/guidance.txt';
const tooLong = 15;
/** Stretches of Chinese and figures without punctuation. */
const runs = (text: string) => text.split(/[^\p{Script=Han}\d.％%A-Za-z]+/u).filter((run) => run.length >= tooLong);
const pieces = (text: string) =>
  runs(text).flatMap((run) => Array.from({ length: run.length - tooLong + 1 }, (_, at) => run.slice(at, at + tooLong)));

test(`no page shares ${tooLong} unbroken characters with the document, its title and headings set aside`, ({
  skip,
}) => {
  if (!existsSync(real)) skip(`${real} is not there`);
  const source = readFileSync(real, 'utf-8');
  const title = '关于加强全市县级中心城市及小城镇规划建设的指导意见';
  const headings = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[（(][一二三四五六七八九][）)]/.test(line) && line.length < 40);
  const free = [title, ...headings].join('');
  const own = new Set(pieces(source).filter((piece) => !free.includes(piece)));
  expect(own.size).toBeGreaterThan(400);
  const copied = sample.flatMap(({ path, tree }) => {
    const found = pieces(textOf(tree)).find((piece) => own.has(piece));
    return found === undefined ? [] : [`${path} ${found}`];
  });
  expect(copied).toEqual([]);
});
