import { readFileSync, writeFileSync } from 'node:fs';
import { clauseTexts } from '#domain/guidance/clause-texts.ts';
import { writtenCatalog } from '../../content/written.ts';
import { digestFile, digestOf, pieces, renew, squeeze, wordDigest } from './guidance-digests.ts';

/** Checks src/data/clauses.yaml against the text of the guidance and writes the digests that tests compare with. */
const file = process.env['GUIDANCE_TEXT'];
if (!file) {
  console.error(`写明文件全文在哪里：${renew}`);
  process.exit(1);
}
const source = readFileSync(file, 'utf-8');
const { clauses } = writtenCatalog();
const texts = clauseTexts(source, clauses);
const faults: string[] = [];
const words = clauses.flatMap(({ id, label, terms, heading }) => {
  const text = squeeze(texts.get(id)?.join('') ?? '');
  if (text === '') faults.push(`全文里没有找到 ${label}`);
  // Parts and sections have headings of their own in the text; items are called by their first words.
  const said = id !== '0' && id.split('-').length < 3 ? [...terms, heading] : terms;
  for (const word of said)
    if (!text.includes(squeeze(word)))
      faults.push(`src/data/clauses.yaml ${id}: 「${word}」不在 ${label} 里 — 照文件改`);
  return said.map((word) => wordDigest(id, word));
});
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const title = '关于加强全市县级中心城市及小城镇规划建设的指导意见';
const headings = source
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => /^[（(][一二三四五六七八九][）)]/.test(line) && line.length < 40);
const free = [title, ...headings].join('');
const own = pieces(source).filter((piece) => !free.includes(piece));
const lines = (digests: readonly string[]) =>
  [...new Set(digests)]
    .toSorted()
    .map((digest, n) => digest + (n % 8 === 7 ? '\n' : ' '))
    .join('')
    .trim();
writeFileSync(digestFile, `${lines(own.map(digestOf))}\n\n${lines(words)}\n`);
console.log(`${digestFile}：${own.length} 段，${words.length} 个词`);
