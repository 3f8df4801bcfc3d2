import { expect, test } from 'vitest';
import { pages, textOf } from '../../../site/built-pages.ts';
import { digestOf, pieces, readDigests, renew, tooLong } from '../guidance-digests.ts';

test(`no page shares ${tooLong} unbroken characters with the document, its title and headings set aside`, () => {
  const { pieces: own } = readDigests();
  expect(own.size, `tests/city/jilin/guidance-digests.txt 缺了 — ${renew}`).toBeGreaterThan(400);
  const known = new Map<string, boolean>();
  const isCopied = (piece: string) => {
    const found = known.get(piece) ?? own.has(digestOf(piece));
    known.set(piece, found);
    return found;
  };
  const copied = pages.flatMap(({ path, tree }) => {
    const found = pieces(textOf(tree)).find(isCopied);
    return found === undefined ? [] : [`${path} 「${found}」`];
  });
  expect(copied, '和文件一字不差的话：用自己的话改写').toEqual([]);
});
