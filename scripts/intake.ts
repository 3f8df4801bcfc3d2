import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { contentDir, dataDir } from './paths.ts';
import { collectionsOf } from './desk/collections.ts';
import { Entries } from './desk/entries.ts';
import { takeIn } from './desk/intake/intake.ts';
import { Refusal, Workroom } from './desk/store.ts';

/** npm run intake -- 申报表.docx: drafts for the desk, a list of faults, and the same document with them as comments. */
const [file = ''] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error(file === '' ? '写明收哪个文件，例如：npm run intake -- 申报表.docx' : `没有「${file}」这个文件`);
  process.exit(1);
}
try {
  const desk = {
    entries: new Entries(contentDir, dataDir),
    workroom: new Workroom(process.env['DESK_DIR'] || '.desk'),
    collections: collectionsOf(contentDir, dataDir),
  };
  const { drafts, faults, returned, kind, photos } = await takeIn(readFileSync(file), desk);
  for (const { cell, shown, text } of faults) console.log(`${kind === 'xlsx' ? cell : ''}「${shown}」：${text}`);
  for (const { collection, name } of drafts) console.log(`草稿（${collection}）：${name}`);
  for (const photo of photos) console.log(`照片：${relative(process.cwd(), photo)}`);
  const out = file.replace(/(\.\w+)?$/, `（批注）.${kind}`);
  writeFileSync(out, returned);
  console.log(`${faults.length} 处要改、要看；带批注的原件：${out}。草稿在办公桌（npm run desk）里打开。`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
