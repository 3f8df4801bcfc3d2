import { expect, test } from 'vitest';
import { pinyin } from 'pinyin-pro';
import { commonCharacters, foldSyllable, readPinyin, syllablesIn, writePinyin } from '#search/pinyin.ts';

const reading = (character: string) => pinyin(character, { toneType: 'none', v: true });
const file = writePinyin(
  reading,
  new Map([
    ['桦', 'hua'],
    ['长', 'chang'],
  ]),
);
const sounds = readPinyin(file);

test('every common character keeps its reading on the way to the reader, in less than 6 KB', () => {
  for (const character of commonCharacters()) {
    if (character !== '长') expect(sounds.of(character)).toBe(reading(character));
  }
  expect(file.runs.length + file.own.length).toBeLessThan(6000);
});

test('a reading that the names of the site need wins', () => {
  expect([sounds.of('桦'), sounds.of('长')]).toEqual(['hua', 'chang']);
});

test('what people here do not keep apart sounds the same', () => {
  expect(['zheng', 'zhen', 'zen', 'zeng'].map(foldSyllable)).toEqual(['zen', 'zen', 'zen', 'zen']);
});

test('letters that can be read in two ways are read in both', () => {
  expect(syllablesIn('xinan', sounds)).toEqual(
    expect.arrayContaining([
      ['xin', 'an'],
      ['xi', 'nan'],
    ]),
  );
});

test('letters that are no pinyin are read in no way', () => {
  expect(syllablesIn('toilet', sounds)).toEqual([]);
});
