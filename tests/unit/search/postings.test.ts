import { expect, test } from 'vitest';
import { readBits, writeBits } from '#search/asks.ts';
import { type Held, everyFile, fileOf, mentionFileOf, readHeld, writeHeld } from '#search/postings.ts';

// Strengths in twentieths, numbers as distances, all in base 36: 0.95 is 19 = j, 0.4 is 8; 3, 4 and 40 are 3, 1 and 10.
const written = '雾凇\tj:3,1,10;8:0\t5,7\n韩屯\tj:2';
const held: [string, Held][] = [
  [
    '雾凇',
    {
      postings: [
        [3, 0.95],
        [40, 0.95],
        [4, 0.95],
        [0, 0.4],
      ],
      asks: [12, 5],
    },
  ],
  ['韩屯', { postings: [[2, 0.95]], asks: [] }],
];

test('what is held under a key is a line', () => {
  expect(writeHeld(held)).toBe(written);
});

test('a line is read as it was meant, and what is not there holds nothing', () => {
  const { keys, get } = readHeld(written);
  expect(keys).toEqual(['雾凇', '韩屯']);
  expect(get('雾凇')).toEqual({
    postings: [
      [3, 0.95],
      [4, 0.95],
      [40, 0.95],
      [0, 0.4],
    ],
    asks: [5, 12],
  });
  expect(get('乌拉')).toEqual({ postings: [], asks: [] });
  expect(readHeld('').get('乌拉')).toEqual({ postings: [], asks: [] });
});

test('all keys of a character lie in one file, whatever stands before it, and each is a file that is there', () => {
  expect(new Set(['居住', '=居住证', '-居', '.-居', '居'].map(fileOf)).size).toBe(1);
  expect(fileOf('~ju-zu')).toBe(fileOf('~=ju-zu-zen'));
  const names = ['居住', '2020年', 'toilet', '거주증', '~ju-zu', '@jzz', '#130', '#0'].map(fileOf);
  expect(everyFile).toEqual(expect.arrayContaining([...names, mentionFileOf('居住')]));
  expect(new Set(everyFile).size).toBe(everyFile.length);
});

test('how much asks say travels in steps of four bits, up to 140', () => {
  expect(writeBits([[4, 11], [], [3000]])).toBe('13||z');
  expect(readBits('13||z')).toEqual([[4, 12], [], [140]]);
});
