import { existsSync } from 'node:fs';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from './paths.ts';
import { type Asked, askedOf, blankEntry } from './desk/asked-log.ts';
import { queriesOf } from './desk/asked-page.ts';
import { Refusal } from './desk/store.ts';

/** npm run asked -- access.log: what people looked for, how often, what came first, and what had no answer. */
const files = process.argv.slice(2);
const missing = files.find((file) => !existsSync(file));
if (files.length === 0 || missing !== undefined) {
  console.error(
    missing === undefined
      ? '写明看哪个日志，例如：npm run asked -- access.log access.log.1.gz'
      : `没有「${missing}」这个文件`,
  );
  process.exit(1);
}
const queries = new Map<string, number>();
try {
  for (const file of files) {
    for (const [query, times] of queriesOf(file)) queries.set(query, (queries.get(query) ?? 0) + times);
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
const list = await askedOf(queries, readContent(contentDir, dataDir).content);
const show = (title: string, rows: readonly Asked[]) => {
  console.log(`\n${title}：${rows.length}`);
  for (const { query, times, first } of rows) {
    console.log(`${String(times).padStart(5)} 次  ${query}${first ? ` → ${first.title} ${first.address}` : ''}`);
    console.log(blankEntry(query).replaceAll(/^/gm, '          '));
  }
};
show(
  '没有答案的',
  list.filter(({ first }) => !first),
);
show(
  '有答案的（答得不对，也可以加问法）',
  list.filter(({ first }) => first),
);
console.log(
  '\n空的几行抄到 src/data/asks.yaml，填好编号和哪一页答（本站没有的，page 换成 instead，写告诉读者什么）；或者在办公桌（npm run desk）里点一下。',
);
