import { expect, test } from 'vitest';
import { bestLine, contentWords, markedPieces } from '#search/query/marks.ts';
import { understand } from '#search/query/query.ts';
import { readSurprisal } from '#search/surprisal.ts';
import { readPinyin } from '#search/pinyin.ts';
import { asWritten } from '#search/tokens.ts';

const query = (text: string) =>
  understand(text, {
    pinyin: readPinyin({ runs: '', own: '' }),
    simplify: asWritten,
    surprisal: readSurprisal(''),
  });

test('what was asked is marked, and the text stays whole', () => {
  const pieces = markedPieces('文件要求改厕所，建厕所', query('厕所怎么改'));
  expect(pieces.map(({ text }) => text).join('')).toBe('文件要求改厕所，建厕所');
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['厕所', '厕所']);
});

test('a line that says nothing of the matter is not shown', () => {
  expect(bestLine({ lines: [['怎么落户？', 'questions']] }, query('厕所怎么改'))).toBeUndefined();
});

test('the full text is asked for the matter only', () => {
  expect(contentWords(query('请问旱厕怎么办理'))).toEqual(['旱厕']);
});
