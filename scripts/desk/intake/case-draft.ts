import { pinyin } from 'pinyin-pro';
import { pageKinds } from '#schemas/kinds.ts';
import type { Entries } from '../entries.ts';
import type { FormGroup, FormValue } from '../form-values.ts';
import { digestOf } from '../store.ts';
import type { Cell } from './open-document.ts';
import { withoutPersonal } from './personal.ts';
import type { FilledForm } from './read-form.ts';

/** A case and its sources as drafts of the desk, made of what a form says. */
export class CaseDraft {
  readonly notes: { cell: Cell; text: string }[] = [];
  readonly sources: { id: string; form: FormGroup; cells: Map<string, Cell> }[] = [];
  readonly form: FormGroup;
  readonly body: string;
  readonly id: string;
  readonly #filled: FilledForm;
  /** Cell of each line of the body. */
  readonly #lines: (Cell | undefined)[] = [];
  /** Ids of the sources by the number of their row. */
  readonly #sourceIds: string[] = [];

  constructor(entries: Entries, filled: FilledForm) {
    this.#filled = filled;
    const { content } = entries.content();
    const known = content.sources.map(({ id, data }) => ({ id, title: data.title, url: data.url }));
    const bare = (text: string) => text.replaceAll(/[《》\s]/g, '');
    for (const row of filled.tables.get('sources') ?? []) {
      const value = (key: string) => this.#text(row.get(key));
      const same = known.find(
        ({ title, url }) => (url !== undefined && url === value('url')) || bare(title) === bare(value('title')),
      );
      const id = same?.id ?? `in-${digestOf(value('title') + value('url')).slice(0, 8)}`;
      this.#sourceIds.push(id);
      if (same) continue;
      const form = Object.fromEntries(
        [...row.keys()].map((key): [string, FormValue] => [
          key,
          key === 'date' ? day(value(key)) : key === 'title' ? bare(value(key)) : value(key),
        ]),
      );
      const kind = /\.gov\.cn/.test(value('url'))
        ? 'government'
        : /[报社台网刊]/.test(value('outlet'))
          ? 'newspaper'
          : 'other';
      this.sources.push({ id, form: { ...form, kind }, cells: row });
    }

    const list = (key: string) =>
      this.#text(filled.fields.get(key))
        .split(/[、，,；;\n]+/)
        .map((one) => one.trim())
        .filter(Boolean);
    const named = (key: string, what: string, options: readonly (readonly [id: string, names: readonly string[]])[]) =>
      list(key).flatMap((name) => {
        const found = options.find(([, names]) => names.includes(name))?.[0];
        const cell = filled.fields.get(key);
        if (found === undefined && cell)
          this.notes.push({ cell, text: `没有叫「${name}」的${what}，没有收进来。照网站上的名称写` });
        return found ?? [];
      });
    const places = named(
      'places',
      '地方',
      content.places.map(({ id, data }) => [id, [data.title, data.officialName, ...data.aliases]]),
    );
    const themes = named(
      'themes',
      '导读',
      content.policies.map(({ id, data }) => [id, [data.short, data.title]]),
    );
    const rows = (key: string, withId: boolean) =>
      (filled.tables.get(key) ?? []).map((row, n): FormGroup => {
        const one = Object.fromEntries(
          [...row].map(([name, cell]): [string, FormValue] => [name, this.#valueOf(name, cell)]),
        );
        return withId ? { id: `f${n + 1}`, ...one } : one;
      });
    const title = this.#text(filled.fields.get('title'));
    this.form = {
      title,
      summary: this.#text(filled.fields.get('summary')).replaceAll(/\n+/g, ''),
      date: day(this.#text(filled.fields.get('date'))),
      firstReported: this.#firstReported(),
      places,
      themes,
      asks: this.#text(filled.fields.get('asks')),
      actions: this.#text(filled.fields.get('actions')),
      results: rows('results', false),
      facts: rows('facts', true),
      people: [],
      sources: [...new Set(this.#sourceIds)],
      confidence: '',
      related: [],
    };
    this.body = this.#writeBody();
    const first = places[0] ?? 'case';
    // The name of the place stands in the id already.
    const own = content.places.find((place) => place.id === first)?.data.title ?? '';
    const words = pinyin(
      title
        .replaceAll(own, '')
        .replaceAll(/[^一-鿿]/g, '')
        .slice(0, 4),
      { toneType: 'none', type: 'array', v: true },
    )
      .join('-')
      .replaceAll(/[^a-z-]/g, '');
    const stem = [first, words].filter(Boolean).join('-');
    const taken = new Set([...content.cases, ...content.places, ...content.policies].map(({ id }) => id));
    let id = stem;
    for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
    this.id = id;
  }

  /** The source with the earliest date; the first where none has one. */
  #firstReported(): string {
    const dated = (this.#filled.tables.get('sources') ?? []).map(
      (row, n) => [day(row.get('date')?.text ?? ''), this.#sourceIds[n] ?? ''] as const,
    );
    return (
      dated.filter(([date]) => date !== '').toSorted(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? this.#sourceIds[0] ?? ''
    );
  }

  /** Text of a cell, without what belongs to persons. */
  #text(cell: Cell | undefined): string {
    if (!cell) return '';
    const { text, removed } = withoutPersonal(cell.text);
    const note = `个人的${removed.join('、')}不进网站，草稿里已经删去`;
    if (removed.length > 0 && !this.notes.some((one) => one.cell.at === cell.at && one.text === note))
      this.notes.push({ cell, text: note });
    return text.trim();
  }

  #valueOf(name: string, cell: Cell): FormValue {
    const text = this.#text(cell);
    if (name === 'source') return this.#sourceOf(text, cell);
    if (name === 'asOf') return day(text);
    return name === 'value' ? half(text) : text;
  }

  /** A source by the number of its row. */
  #sourceOf(text: string, cell: Cell): string {
    const number = /\d+/.exec(half(text))?.[0];
    const id = number === undefined ? undefined : this.#sourceIds[Number(number) - 1];
    if (text !== '' && id === undefined) this.notes.push({ cell, text: `出处里没有第「${text}」号` });
    return id ?? '';
  }

  #writeBody(): string {
    const lines: string[] = [];
    const put = (text: string, cell?: Cell) => {
      lines.push(text);
      this.#lines.push(cell);
    };
    for (const [key, { label }] of Object.entries<{ label: string }>(pageKinds.cases.headings)) {
      const cells = this.#filled.sections.get(key) ?? [];
      put(`## ${label}`, cells[0] ?? this.#filled.fields.get('title'));
      put('');
      const isReported = key === 'problem' || key === 'done';
      const paragraphs = cells
        .flatMap((cell) =>
          this.#text(cell)
            .split(/\n+/)
            .map((text) => [this.#prose(text.trim(), cell), cell] as const),
        )
        .filter(([text]) => text !== '');
      if (isReported && paragraphs.length > 0) {
        put('<Background>', paragraphs[0]?.[1]);
        put('');
      }
      for (const [text, cell] of paragraphs) {
        put(key === 'unknown' ? `- ${text.replace(/^[-·•\d.、]+\s*/, '')}` : text, cell);
        if (key !== 'unknown') put('', cell);
      }
      if (key === 'unknown' && paragraphs.length > 0) put('');
      if (isReported && paragraphs.length > 0) {
        put('</Background>', paragraphs[0]?.[1]);
        put('');
      }
    }
    return `\n${lines.join('\n').trimEnd()}\n`;
  }

  /** A paragraph as prose: （出处1） becomes a mark; what would be read as a tag or as code is written wide. */
  #prose(text: string, cell: Cell): string {
    const wide: Record<string, string> = {
      '<': '＜',
      '>': '＞',
      '{': '｛',
      '}': '｝',
      '*': '＊',
      _: '＿',
      '`': '‘',
      '#': '＃',
      '|': '｜',
    };
    return text
      .replaceAll(/[<>{}*_`#|]/g, (sign) => wide[sign] ?? sign)
      .replaceAll(/[（(]\s*出处\s*([\d０-９、，,\s]+)[)）]/g, (_all, numbers: string) =>
        half(numbers)
          .split(/[、，,\s]+/)
          .filter(Boolean)
          .map((number) => {
            const id = this.#sourceOf(number, cell);
            return id === '' ? '' : `<Source id="${id}" />`;
          })
          .join(''),
      );
  }

  /** The cell a fault of the case belongs to. */
  cellOf({ at, proseLine }: { at: readonly (string | number)[]; proseLine?: number }): Cell | undefined {
    const [field, n, column] = at;
    const { fields, tables } = this.#filled;
    // The draft's prose begins with an empty line.
    if (field === '正文') return this.#lines[(proseLine ?? 1) - 2] ?? fields.get('title');
    const row = typeof n === 'number' ? tables.get(String(field))?.[n] : undefined;
    if (row) return row.get(String(column)) ?? [...row.values()][0];
    const source = tables.get('sources')?.[0];
    if (field === 'sources' || field === 'firstReported') return source?.get('title') ?? fields.get('title');
    return fields.get(String(field)) ?? fields.get('title');
  }
}

/** Figures and signs of full width as half ones. */
const half = (text: string) => text.normalize('NFKC');

/** 2024年5月13日, 2024.5.13 and 2024/5/13 as 2024-05-13; anything else as it is, for the checks to say. */
function day(text: string): string {
  const parts = /^(\d{4})\s*(?:[年./-]\s*(\d{1,2})\s*(?:[月./-]\s*(\d{1,2})\s*日?|月)?|年)?$/.exec(half(text.trim()));
  if (!parts) return text.trim();
  return parts
    .slice(1)
    .filter(Boolean)
    .map((one) => one.padStart(2, '0'))
    .join('-');
}
