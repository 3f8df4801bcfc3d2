import { articleLabel, numberOf } from '#domain/permit/articles.ts';
import { type Law, type Standing, createWatch } from '#domain/permit/stands-on.ts';
import { permitModel } from '#domain/permit/model.ts';
import type { Row } from '#domain/model/types.ts';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from './paths.ts';

/** What rests on a law, or on one article of it: npm run stands-on -- 居住证暂行条例 9. */
const [asked = '', article] = process.argv.slice(2);
const { content } = readContent(contentDir, dataDir);
const watch = createWatch({ permit: permitModel(content.permit), policies: content.policies });
const law = watch.find(asked);
if (asked === '') {
  console.log('写法：npm run stands-on -- 法规名称 条号，例如 npm run stands-on -- 居住证暂行条例 9。法规有：');
  for (const { name, articles } of watch.laws) console.log(`${name}${articlesText(articles)}`);
} else if (law === undefined) {
  const near = watch.nearest(asked).map(({ name }) => name);
  console.log(`没有规则用到「${asked}」。${near.length > 0 ? `名字相近的：${near.join('、')}。` : ''}`);
  console.log('不写名称，会列出全部：npm run stands-on');
  process.exitCode = 1;
} else if (article === undefined) tell(law, undefined);
else {
  const number = numberOf(article.replaceAll(/[第条]/gu, ''));
  if (law.articles.includes(number)) tell(law, number);
  else {
    const near = law.articles.toSorted((a, b) => Math.abs(a - number) - Math.abs(b - number)).slice(0, 3);
    console.log(`${law.name}里，没有规则用到「${article}」这一条。`);
    if (near.length > 0) console.log(`最近的是${near.map(articleLabel).join('、')}${articlesText(law.articles)}`);
    process.exitCode = 1;
  }
}

function articlesText(articles: readonly number[]): string {
  return articles.length > 0 ? `（用到${articles.map(articleLabel).join('、')}）` : '';
}

function tell(found: Law, number: number | undefined): void {
  const on: Standing = watch.onLaw(found, number);
  const title =
    number === undefined ? `${found.name}${articlesText(found.articles)}` : `${found.name}${articleLabel(number)}`;
  console.log(`${title}改了，下面这些要重看：`);
  const list = (name: string, lines: readonly string[]) => {
    console.log(`\n${name}：${lines.length === 0 ? '没有' : `${lines.length}`}`);
    for (const line of lines) console.log(`  ${line}`);
  };
  const { rules, entitlements, decisions, questions } = content.permit;
  list(
    '规则',
    on.rules.map(({ id, title: name }) => `${name}（${placeOf(rules, id)}）`),
  );
  list(
    '权益',
    on.entitlements.map(({ id, name }) => `${name}（${placeOf(entitlements, id)}）`),
  );
  list(
    '判断',
    on.decisions.map(({ id, say }) => `${say}（${placeOf(decisions, id)}）`),
  );
  list(
    '自查题目',
    on.questions.map(({ id, text }) => `${text}（${placeOf(questions, id)}）`),
  );
  list(
    '导读',
    on.explainers.map(({ path, data }) => `${data.short}：${data.title}（${path}）`),
  );
  list(
    '常有人问',
    on.answers.map(({ policy, q }) => `${q}（${policy.path}）`),
  );
  list(
    '海报',
    on.explainers.map(({ id }) => `/posters/policies/${id}/`),
  );
}

function placeOf(rows: readonly Row<unknown>[], id: string): string {
  const row = rows.find((one) => one.id === id);
  return row ? `${row.path}:${row.lineOf([])}` : id;
}
