import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { formatFault } from '#domain/model/faults.ts';
import { beijingNow } from '../../src/build/clock.ts';
import type { Collection } from './collections.ts';
import { difference } from './difference.ts';
import { type Candidate, type Entries, type Sent, idOf } from './entries.ts';
import { toForm } from './form-html.ts';
import { shown } from './form-values.ts';
import { mergeForms } from './merge.ts';
import { type KeptDraft, listed } from './pages.ts';
import type { Preview } from './preview.ts';
import type { Answer, Desk } from './server.ts';
import { Refusal, bytesOf, confined, digestOf, writeWhole } from './store.ts';

/** A draft with what its form held when it was opened, so that two people's changes can be joined. */
export type Draft = KeptDraft & { was?: { form: KeptDraft['form']; body: string } };

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** Finds a collection by its key. */
export const collectionIn = (collections: readonly Collection[], key: string): Collection => {
  const found = collections.find((one) => one.key === key);
  if (!found) throw new Refusal('没有这一类内容', 404);
  return found;
};
export const draftKeyOf = (collection: string, id: string) =>
  `${collection}--${/^[\w-]+$/.test(id) ? id : `x${digestOf(id)}`}`;

type Posted = Sent & { collection: string; existing: string; draftKey: string };

/** What the page on which one entry is written asks of the server, by its name in the address. */
export function writingPosts(
  { base, entries, workroom, collections, contentDir, dataDir }: Desk & { entries: Entries },
  preview: Preview,
  me: { id: string; where: string; since: string },
): Record<string, (what: never) => Answer | Promise<Answer>> {
  const collectionOf = (key: string) => collectionIn(collections, key);
  const previewAddress = (collection: Collection, id: string) =>
    !preview.isReady || collection.address === undefined || id === '' ? '' : preview.origin + collection.address(id);

  const note: (save: { path: string; note: string; before: Uint8Array | undefined }) => void = ({
    path,
    note: told,
    before,
  }) => {
    const at = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const after = digestOf(bytesOf(resolve(path)) ?? '');
    workroom.keepBefore(
      { name: `${at}-${randomBytes(2).toString('hex')}`, path, at: beijingNow(), note: told, after },
      before,
    );
  };
  async function candidate(sent: Posted, noted: boolean): Promise<Candidate> {
    const collection = collectionOf(sent.collection);
    const id = sent.existing === '' ? undefined : sent.existing;
    if (id === undefined && collection.kind !== 'row' && sent.id === '') throw new Refusal('先写编号');
    const made = entries.make(collection, id, sent, noted);
    return entries.check(collection, id, made, preview.copyOf(made.file));
  }

  function keepDraft(sent: Posted, isChanged: boolean): void {
    const kept = workroom.draft(sent.draftKey) as Draft | undefined;
    if (!isChanged) {
      if (kept) workroom.dropDraft(sent.draftKey);
      return;
    }
    const collection = collectionOf(sent.collection);
    const opened = sent.existing === '' ? undefined : entries.open(collection, sent.existing);
    const was =
      opened?.digest === sent.base
        ? { form: toForm(entries.fields(collection), opened.value), body: opened.prose }
        : kept?.was;
    const { collection: key, existing, id, form, body, base: digest } = sent;
    workroom.keepDraft(sent.draftKey, {
      collection: key,
      existing,
      id,
      form,
      body,
      base: digest,
      at: beijingNow(),
      ...(was && { was }),
    });
  }

  async function check(sent: Posted): Promise<Answer> {
    const collection = collectionOf(sent.collection);
    let isChanged = true;
    try {
      const made = entries.make(collection, sent.existing === '' ? undefined : sent.existing, sent, false);
      isChanged = bytesOf(made.file)?.toString('utf-8') !== made.text;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    keepDraft(sent, isChanged);
    const { faults, elsewhere } = await candidate(sent, false);
    const id = sent.existing === '' ? sent.id : sent.existing;
    return json({
      faults,
      elsewhere: elsewhere.map(formatFault),
      changed: isChanged,
      preview: previewAddress(collection, id),
    });
  }

  async function save(sent: Posted): Promise<Answer> {
    const collection = collectionOf(sent.collection);
    const made = await candidate(sent, true);
    const { faults, elsewhere, file, path, text } = made;
    if (faults.some(({ severity }) => severity === 'error') || elsewhere.length > 0) {
      return json({
        faults,
        elsewhere: elsewhere.map(formatFault),
        changed: true,
        preview: '',
        error: '还有差错，没有保存',
      });
    }
    const id = sent.existing === '' ? (collection.kind === 'row' ? lastRow(collection) : sent.id) : sent.existing;
    const now = sent.existing === '' ? undefined : entries.open(collection, sent.existing);
    if (sent.existing !== '' && now?.digest !== sent.base) {
      return json({ conflict: difference(bytesOf(file)?.toString('utf-8') ?? '', text) });
    }
    const before = bytesOf(file);
    if (before?.toString('utf-8') === text) return json({ error: '和文件里的一样，不用保存' });
    writeWhole(file, Buffer.from(text), { isNew: made.isNew });
    note({ path, note: sent.note || (sent.existing === '' ? '新写' : '没有另写说明'), before });
    workroom.dropDraft(sent.draftKey);
    preview.refresh(file);
    const saved = collection.kind === 'row' && sent.existing === '' ? shown(sent.form['id']) : id;
    return json({
      location: `${base}edit/${collection.key}/${encodeURIComponent(saved)}?said=${encodeURIComponent('保存好了')}`,
    });
  }
  const lastRow = (collection: Collection) => listed(entries, collection).at(-1)?.id ?? '';

  async function undo({ name }: { name: string }): Promise<Answer> {
    const kept = workroom.before(name);
    if (!kept) throw new Refusal('没有这一次保存', 404);
    const { save: last, before } = kept;
    const file = resolve(last.path);
    const collection = collections.find(({ path, kind }) =>
      kind === 'row' || kind === 'single' ? path === file : !relative(path, file).startsWith('..'),
    );
    if (!collection) throw new Refusal('这个文件不在内容目录里', 403);
    confined(file, [contentDir, dataDir]);
    if (digestOf(bytesOf(file) ?? '') !== last.after) {
      throw new Refusal('这次保存以后文件又改过，不能直接退回；先退回后面的几次', 409);
    }
    const id = collection.kind === 'row' ? '' : idOf(file);
    if (before === undefined) {
      // The first save made the file: it becomes a draft again, where nothing else needs it.
      const opened = entries.open(collection, id);
      if (!opened) throw new Refusal('文件已经没有了', 404);
      const broken = await entries.brokenWithout(file);
      if (broken.length > 0) throw new Refusal(`别处用着它，不能退回：${broken.map(formatFault).join('；')}`, 409);
      const form = toForm(entries.fields(collection), opened.value);
      const draftKey = draftKeyOf(collection.key, `new-${id}`);
      workroom.keepDraft(draftKey, {
        collection: collection.key,
        existing: '',
        id,
        form,
        body: opened.prose,
        base: '',
        at: beijingNow(),
      });
      rmSync(file);
    } else writeWhole(file, before);
    workroom.dropSave(name);
    preview.refresh(file);
    const said = encodeURIComponent('已经退回');
    if (before === undefined) return json({ location: base });
    return json({
      location: id === '' ? `${base}list/${collection.key}` : `${base}edit/${collection.key}/${id}?said=${said}`,
    });
  }

  function discard({ key }: { key: string }): Answer {
    const draft = workroom.draft(key) as Draft | undefined;
    workroom.dropDraft(key);
    if (draft && draft.existing !== '') {
      const collection = collectionOf(draft.collection);
      preview.refresh(entries.fileOf(collection, draft.existing));
      return json({ location: `${base}edit/${draft.collection}/${encodeURIComponent(draft.existing)}` });
    }
    return json({ location: base });
  }

  /** The draft over the file as it is now. */
  function rebase({ key }: { key: string }): Answer {
    const draft = workroom.draft(key) as Draft | undefined;
    if (!draft?.was) throw new Refusal('没有草稿', 404);
    const collection = collectionOf(draft.collection);
    const opened = entries.open(collection, draft.existing);
    if (!opened) throw new Refusal('文件已经没有了', 404);
    const fields = entries.fields(collection);
    const theirs = { form: toForm(fields, opened.value), body: opened.prose };
    const { form, both } = mergeForms(draft.was.form, theirs.form, draft.form);
    const isMyBody = draft.body !== draft.was.body;
    if (isMyBody && theirs.body !== draft.was.body && theirs.body !== draft.body) both.push('正文');
    const names = both.map((name) => fields.find((field) => field.key === name)?.label ?? name);
    workroom.keepDraft(key, {
      ...draft,
      form,
      body: isMyBody ? draft.body : theirs.body,
      base: opened.digest,
      was: theirs,
    });
    const said =
      names.length === 0
        ? '两边改的合在一起了，看过再保存'
        : `合在一起了。两边都改过的：${names.join('、')}；这里留的是你写的，对着文件看一看再保存`;
    return json({
      location: `${base}edit/${draft.collection}/${encodeURIComponent(draft.existing)}?said=${encodeURIComponent(said)}`,
    });
  }

  function state({ collection: key, id }: { collection: string; id: string }): Answer {
    const opened = id === '' ? undefined : entries.open(collectionOf(key), id);
    const others = id === '' ? [] : workroom.present(draftKeyOf(key, id), me, Date.now());
    return json({
      digest: opened?.digest ?? '',
      others,
      preview: previewAddress(collectionOf(key), id),
      isBroken: preview.isBroken,
    });
  }

  return { check, save, undo, discard, rebase, state };
}
