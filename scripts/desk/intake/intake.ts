import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '#domain/model/types.ts';
import { beijingNow } from '../../../src/build/clock.ts';
import type { Collection } from '../collections.ts';
import { type Entries, type Sent, placedFaults } from '../entries.ts';
import type { KeptDraft } from '../pages.ts';
import { cleanPhoto } from '../photo.ts';
import { Refusal, type Workroom, writeWhole } from '../store.ts';
import { CaseDraft } from './case-draft.ts';
import { readDocx } from './docx.ts';
import { type Cell, type Comment, openDocument } from './open-document.ts';
import { readForm } from './read-form.ts';
import { readXlsx } from './xlsx.ts';

export interface Taken {
  /** Keys of the drafts that were made: sources first, as the case needs them. */
  drafts: { key: string; collection: string; name: string }[];
  /** What has to be mended or looked at, by its cell. */
  faults: { cell: string; text: string; shown: string }[];
  /** The same document with the faults as comments. */
  returned: Uint8Array;
  kind: 'docx' | 'xlsx';
  photos: string[];
}

/** Reads a form or a free text, makes drafts of it and says what is wrong with it. Nothing is published by it. */
export async function takeIn(
  bytes: Uint8Array,
  { entries, workroom, collections }: { entries: Entries; workroom: Workroom; collections: readonly Collection[] },
): Promise<Taken> {
  const { kind, parts } = openDocument(bytes);
  const document = kind === 'docx' ? readDocx(parts) : readXlsx(parts);
  const filled = readForm(document);
  if (!filled.isForm && filled.fields.size === 0) throw new Refusal('文件里没有字');
  const draft = new CaseDraft(entries, filled);
  const find = (key: string) => collections.find((one) => one.key === key) as Collection;
  const notes = [...draft.notes];
  for (const cell of filled.notUnderstood) {
    notes.push({
      cell,
      text: filled.isForm
        ? '没有看懂这是哪一项，没有收进草稿。写到表里的项目下面'
        : '没有看懂放在哪一节，先放进正文，请核对',
    });
  }

  const at = beijingNow();
  const made: {
    collection: Collection;
    sent: Sent;
    cellOf: (fault: { at: readonly (string | number)[]; proseLine?: number }) => Cell | undefined;
  }[] = [
    ...draft.sources.map(({ id, form, cells }) => ({
      collection: find('sources'),
      sent: { id, form, body: '', base: '', note: '' },
      cellOf: ({ at: field }: { at: readonly (string | number)[] }) =>
        cells.get(String(field[0])) ?? cells.get('title'),
    })),
    {
      collection: find('cases'),
      sent: { id: draft.id, form: draft.form, body: draft.body, base: '', note: '' },
      cellOf: (fault) => draft.cellOf(fault),
    },
  ];
  const texts = new Map(
    made.map(({ collection, sent }) => {
      const { path, text } = entries.make(collection, undefined, sent, false);
      return [path, text] as const;
    }),
  );
  const all = await entries.allFaults(texts);
  const drafts = made.map(({ collection, sent, cellOf }) => {
    const { path, text } = entries.make(collection, undefined, sent, false);
    const own = all.filter((fault: Fault) => fault.path === path && !/没有一处用到/.test(fault.problem));
    for (const fault of placedFaults(own, collection, text)) {
      const cell = cellOf(fault);
      if (cell) notes.push({ cell, text: `${fault.problem} — ${fault.remedy}` });
    }
    const key = `${collection.key}--new-${sent.id}`;
    const kept: KeptDraft = {
      collection: collection.key,
      existing: '',
      id: sent.id,
      form: sent.form,
      body: sent.body,
      base: '',
      at,
    };
    workroom.keepDraft(key, kept);
    const title = sent.form['title'];
    return { key, collection: collection.key, name: typeof title === 'string' ? title : sent.id };
  });

  const photos: string[] = [];
  for (const [n, picture] of document.pictures.slice(0, 20).entries()) {
    try {
      const file = join(workroom.folder, 'intake', draft.id, `照片${n + 1}.jpg`);
      writeWhole(file, await cleanPhoto(picture));
      photos.push(file);
      const row = filled.tables.get('photos')?.[n];
      const missing = ['alt', 'author', 'date', 'licence'].filter((key) => (row?.get(key)?.text ?? '') === '');
      const place = row?.get('alt') ?? filled.fields.get('title');
      if (missing.length > 0 && place)
        notes.push({
          cell: place,
          text: `第 ${n + 1} 张照片还缺：${missing.map((key) => photoWords[key]).join('、')}。没有写全的照片不能用`,
        });
      if (row) {
        const lines = [...row].map(([key, { text }]) => `${photoWords[key] ?? key}：${text}`);
        writeFileSync(file.replace(/\.jpg$/, '.txt'), `${lines.join('\n')}\n`);
      }
    } catch (error) {
      const title = filled.fields.get('title');
      if (title && error instanceof Refusal) notes.push({ cell: title, text: `第 ${n + 1} 张照片：${error.message}` });
    }
  }

  const faults = notes.map(({ cell, text }) => ({ cell: cell.at, text, shown: placeOf(document.rows, cell) }));
  const comments: Comment[] = [...Map.groupBy(faults, ({ cell }) => cell)].map(([cell, list]) => ({
    cell,
    text: [...new Set(list.map(({ text }) => text))].join('\n'),
  }));
  return { drafts, faults, returned: document.commented(comments), kind, photos };
}

/** Where a cell stands, in words: the name of its row, or what it holds. */
function placeOf(rows: readonly (readonly Cell[])[], cell: Cell): string {
  const row = rows.find((one) => one.some(({ at }) => at === cell.at));
  const name = row?.[0] && row[0].at !== cell.at ? (row[0].text.split('\n')[0] ?? '') : cell.text;
  const plain = name.replaceAll(/[\s*]+/g, ' ').trim();
  return /^\d+$/.test(plain) ? `第 ${plain} 行` : plain.slice(0, 20);
}

const photoWords: Record<string, string> = {
  alt: '照片里看得见什么',
  author: '拍照的人',
  date: '哪天拍的',
  licence: '许可',
};
