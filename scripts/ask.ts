import { createCatalog } from '#domain/model/catalog.ts';
import { writtenOf } from '#domain/model/content.ts';
import { createUrls } from '#domain/site/urls.ts';
import { readContent } from '#content-io/read.ts';
import { addressOf } from '#search/addresses.ts';
import { type Field, fields } from '#search/fields.ts';
import { searchEntries } from '#search/index/entries.ts';
import type { Phrase } from '#search/index/keys.ts';
import { searchFiles, withAsks } from '#search/index/search-files.ts';
import { resultKinds } from '#search/kinds.ts';
import type { Query } from '#search/query/query.ts';
import type { Hit } from '#search/query/rank.ts';
import { openSearchIndex } from '#search/query/search-index.ts';
import { bigrams, wholeKey } from '#search/ngrams.ts';
import { tokensOf } from '#search/tokens.ts';
import { listPages } from '../src/sections.ts';
import { contentDir, dataDir } from './paths.ts';

/** npm run ask -- 词: what search answers to it, without the full text, and which of the written words brought each answer. */
const fieldNames: Record<Field, string> = {
  title: '标题',
  alias: '别名',
  term: '正式叫法',
  synonym: '平常说法',
  question: '常有人问',
};
const shown = { hits: 5, phrases: 3 };

const typed = process.argv.slice(2).join(' ').trim();
if (typed === '') {
  console.error('写上要搜的话，例如：npm run ask -- 厕所补多少钱');
  process.exit(1);
}
const catalog = createCatalog(writtenOf(readContent(contentDir, dataDir).content));
const { files } = searchFiles(catalog, listPages);
const index = openSearchIndex((file) => Promise.resolve(files.get(file) ?? ''));
const { hits, question, unnamed, verdict, absent, query } = await index.search(typed);

console.log(`「${typed}」`);
const bits = Array.from(query.text, (character, n) => `${character}${Math.round(query.bits[n] ?? 0)}`);
console.log(`每个字的分量（比特，0 是问话用词）：${bits.join(' ')}`);
for (const { name, area } of unnamed) console.log(`文件没有点名：${name}${area ? `（${area.name}）` : ''}`);
if (absent !== undefined) console.log(`本站没有：${absent}`);
if (verdict === 'nearest') console.log('没有答案。最接近的：');
if (verdict === 'nothing' && unnamed.length === 0) console.log('没有答案，也没有沾边的。');
await list([...(question ? [question] : []), ...hits]);

async function list(found: readonly Hit[]): Promise<void> {
  const first = found.slice(0, shown.hits);
  const cards = await index.cards(first.map(({ entry }) => entry));
  const entries = withAsks(catalog, searchEntries(catalog, listPages));
  first.forEach(({ entry, kind, score, own, coverage, strengths }, n) => {
    const card = cards[n];
    if (!card) return;
    const share = Math.round(coverage * 100);
    console.log(`\n${n + 1}. ${card.title}（${resultKinds[kind].label}）${addressOf(card, createUrls('/'))}`);
    const byAsks = (score - own).toFixed(1);
    console.log(`   得分 ${score.toFixed(1)}（其中最像的一句问法 ${byAsks}），说到了问的 ${share}%`);
    const said = Array.from(query.text, (character, at) => [character, strengths[at] ?? 0] as const);
    const told = said.filter(([, strength]) => strength > 0).map(([c, strength]) => `${c}${strength.toFixed(1)}`);
    console.log(`   每个字说到几分：${told.join(' ')}`);
    const { phrases = [], asks = [] } = entries[entry] ?? {};
    for (const { text, field } of reasons(phrases, query)) console.log(`   ${fieldNames[field]}：${text}`);
    const asked = asks.map((text) => ({ text, field: 'question' as const }));
    for (const { text } of reasons(asked, query)) console.log(`   问法：${text}`);
  });
  if (found.length > shown.hits) console.log(`\n还有 ${found.length - shown.hits} 条`);
}

/** The phrases of an entry that share most with the query; a whole name or saying counts more than pairs of characters. */
function reasons(phrases: readonly Phrase[], { pairs, wholes }: Query): Phrase[] {
  const asked = new Set(pairs.map(({ key }) => key));
  const named = new Set(wholes.map(({ key }) => key));
  const shares = ({ text, field }: Phrase) => {
    const tokens = tokensOf(text);
    const met = bigrams(tokens).filter(({ key }) => asked.has(key)).length;
    return met * fields[field].weight + (named.has(wholeKey(tokens)) ? fields[field].whole : 0);
  };
  return phrases
    .map((phrase) => ({ phrase, points: shares(phrase) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, shown.phrases)
    .map(({ phrase }) => phrase);
}
