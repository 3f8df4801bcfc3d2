import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import type { Content, Located, LocatedEntry } from '#domain/model/types.ts';
import { type Block, blocksOf, referencesIn, sectionsOf, statementsOf } from '#domain/model/body.ts';
import { pageEntries } from '#domain/model/content.ts';
import { pageSections } from '#domain/model/sections.ts';
import { readingLength, sentencesOf, textsIn } from '#domain/model/text.ts';
import { bannedWords, maxSentence } from '#schemas/wording.ts';
import type { Report } from './report.ts';

/** How things are written: fixed headings, background with its sources, plain sentences, no banned words. */
export function checkProse(content: Content, report: Report): void {
  for (const { kind, entry } of pageEntries(content)) {
    checkHeadings(kind, entry, report);
    checkOwnThought(kind, entry, report);
    for (const statement of statementsOf(entry.body)) checkBackground(entry, statement, kind, report);
    for (const block of blocksOf(entry.body)) checkBlockWords(entry, block, report);
    checkHeaderWords(entry, report);
  }
}

function checkHeadings(kind: PageKind, entry: LocatedEntry<unknown>, report: Report): void {
  const allowed = Object.values<{ label: string; required: boolean }>(pageKinds[kind].headings);
  const labels = allowed.map(({ label }) => label);
  const found = sectionsOf(entry.body);
  for (const { heading, line } of found) {
    if (heading === '') report.prose(entry, line, '正文开头没有标题', `先写 ## ${labels[0] ?? ''}`);
    else if (!labels.includes(heading))
      report.prose(entry, line, `标题「${heading}」不在规定里`, `用其中一个：${labels.join('、')}；小标题用 ###`);
  }
  const order = found.map(({ heading }) => labels.indexOf(heading)).filter((place) => place >= 0);
  if (order.some((place, index) => index > 0 && place <= (order[index - 1] ?? -1))) {
    report.prose(entry, found[0]?.line ?? 1, '标题的先后不对或重复', `按这个次序：${labels.join('、')}`);
  }
  for (const { label, required } of allowed) {
    if (required && !found.some(({ heading }) => heading === label)) {
      report.prose(entry, 1, `缺少「${label}」一节`, `补上 ## ${label}`);
    }
  }
}

/** What this site thinks itself is no report's word: no source may seem to say it. */
function checkOwnThought(kind: PageKind, entry: LocatedEntry<unknown>, report: Report): void {
  for (const { heading, note, nodes } of pageSections(kind, entry)) {
    if (note === undefined) continue;
    for (const { tag, line } of referencesIn({ type: 'root', children: nodes })) {
      if (tag !== 'Source' && tag !== 'Fact') continue;
      const problem = `「${heading}」是本站的想法，这里放了出处（<${tag}>）`;
      report.prose(entry, line, problem, '报道里的事写到别的一节；这一节不放 <Source> 和 <Fact>');
    }
  }
}

const statementNames: Record<string, string> = { p: '段', li: '项', tr: '行' };

function checkBackground(entry: LocatedEntry<unknown>, statement: Block, kind: PageKind, report: Report): void {
  const { line, tagName, inBackground, references } = statement;
  if (!inBackground) return;
  const has = (tag: string) => references.some((reference) => reference.tag === tag);
  if (!has('Source') && !has('Fact')) {
    const problem = `背景资料这一${statementNames[tagName] ?? '段'}没有出处`;
    report.prose(entry, line, problem, '在句末加 <Source id="出处编号" />');
  }
  if (!('isBackground' in pageKinds[kind]) && has('Clause')) {
    report.prose(entry, line, '文件的话放进了背景资料', '带 <Clause> 的句子移到背景资料外面');
  }
}

/** Banned words and long sentences of one block of text. */
export function checkBlockWords(entry: Located, block: Block, report: Report): void {
  for (const { pattern, remedy, unlessBackground } of bannedWords) {
    const found = pattern.exec(block.text)?.[0];
    if (found && !(unlessBackground && block.inBackground)) {
      report.prose(entry, block.line, `用了「${found}」`, remedy);
    }
  }
  if (block.tagName === 'td' || block.tagName === 'th') return;
  for (const sentence of sentencesOf(block.text)) {
    const length = readingLength(sentence);
    if (length > maxSentence) {
      report.prose(
        entry,
        block.line,
        `一句话有 ${length} 个字：「${sentence.slice(0, 12)}……」`,
        `拆成几句，每句不超过 ${maxSentence} 个字`,
      );
    }
  }
}

/** Titles, summaries and answers speak to readers too. */
function checkHeaderWords(entry: LocatedEntry<object>, report: Report): void {
  for (const { text, field } of textsIn(entry.data)) {
    for (const { pattern, remedy, unlessBackground } of bannedWords) {
      const found = pattern.exec(text)?.[0];
      if (found && !(unlessBackground && ['facts', 'results', 'asks', 'aliases'].includes(String(field[0])))) {
        report.error(entry, field, `用了「${found}」`, remedy);
      }
    }
  }
}
