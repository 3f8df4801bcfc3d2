import { stringify } from 'yaml';
import { escaped } from '#render/escaped.ts';
import type { ReferenceKind } from '#schemas/field-labels.ts';
import type { Field } from './fields.ts';
import { type FormGroup, type FormValue, shown } from './form-values.ts';

/** What a raw value of a file looks like in the form. */
export function toForm(fields: readonly Field[], value: unknown): FormGroup {
  const group = isGroup(value) ? value : {};
  return Object.fromEntries(fields.map((field) => [field.key, formValue(field, group[field.key])]));
}

function formValue({ as }: Field, value: unknown): FormValue {
  switch (as.kind) {
    case 'group':
      return value === undefined || value === null ? {} : toForm(as.fields, value);
    case 'groups':
      return listOf(value).map((item, n) => ({ '#': String(n), ...toForm(as.fields, item) }));
    case 'texts':
      return listOf(value).map(shown).join('\n');
    case 'references':
    case 'choices':
      return listOf(value).map(shown);
    case 'yaml':
      return value === undefined || value === null ? '' : stringify(value, { lineWidth: 0 }).trimEnd();
    default:
      return shown(value);
  }
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The name of what a field points at; undefined where there is no such thing. */
export type NameOf = (kind: ReferenceKind, id: string) => string | undefined;

/** Writes the fields of a form. Ids are counted on; `__n__` in those of a template is replaced when it is used. */
export class FormWriter {
  readonly #nameOf: NameOf;
  #count = 0;
  #inTemplate = '';
  constructor(nameOf: NameOf) {
    this.#nameOf = nameOf;
  }

  fields(fields: readonly Field[], form: FormGroup): string {
    return fields.map((field) => this.#field(field, form[field.key])).join('\n');
  }

  #field(field: Field, value: FormValue | undefined): string {
    const { key, label, help, required, as } = field;
    this.#count += 1;
    const id = `f${this.#inTemplate}${this.#count}`;
    const must = required ? ' <span class="must">必填</span>' : '';
    const told = help === '' ? '' : `<p class="help" id="${id}-h">${escaped(help)}</p>`;
    const fault = `<p class="fault" id="${id}-e" hidden></p>`;
    const by = `aria-describedby="${help === '' ? '' : `${id}-h `}${id}-e"`;
    const open = `data-field="${key}" data-kind="${as.kind}"`;
    const text = typeof value === 'string' ? value : '';
    const one = (control: string) =>
      `<div class="field" ${open}><label for="${id}">${escaped(label)}${must}</label>${told}${control}${fault}</div>`;
    const several = (controls: string) =>
      `<fieldset class="field" ${open}><legend>${escaped(label)}${must}</legend>${told}${controls}${fault}</fieldset>`;
    switch (as.kind) {
      case 'flag':
        return `<div class="field" ${open}><label class="flag"><input type="checkbox" id="${id}" ${by}${text === 'true' ? ' checked' : ''} />${escaped(label)}</label>${told}${fault}</div>`;
      case 'number':
        return one(`<input id="${id}" ${by} inputmode="decimal" class="short" value="${escaped(text)}" />`);
      case 'choice': {
        const options = as.options.map(
          ([option, name]) =>
            `<option value="${escaped(option)}"${option === text ? ' selected' : ''}>${escaped((as.namesOf && this.#nameOf(as.namesOf, option)) ?? name)}</option>`,
        );
        const unknown =
          text !== '' && !as.options.some(([option]) => option === text)
            ? `<option selected value="${escaped(text)}">${escaped(text)}</option>`
            : '';
        const none = required ? '请选' : '不写';
        return one(`<select id="${id}" ${by}><option value="">${none}</option>${unknown}${options.join('')}</select>`);
      }
      case 'choices': {
        const chosen = Array.isArray(value) ? value.map(String) : [];
        return several(
          as.options
            .map(
              ([option, name]) =>
                `<label class="flag"><input type="checkbox" value="${escaped(option)}"${chosen.includes(option) ? ' checked' : ''} />${escaped(name)}</label>`,
            )
            .join(''),
        );
      }
      case 'texts':
        return one(`<textarea id="${id}" ${by} rows="${rows(text, 2)}">\n${escaped(text)}</textarea>`);
      case 'yaml':
        return one(
          `<textarea id="${id}" ${by} class="code" rows="${rows(text, 2)}" spellcheck="false">\n${escaped(text)}</textarea>`,
        );
      case 'reference':
      case 'references': {
        const chosen = (Array.isArray(value) ? value.map(String) : [text]).filter((name) => name !== '');
        const many = as.kind === 'references';
        const items = chosen.map((ref) => this.#chosen(as.to, ref)).join('');
        return `<div class="field refs" ${open} data-to="${as.to}" role="group" aria-labelledby="${id}-l"><span class="label" id="${id}-l">${escaped(label)}${must}</span>${told}<ul class="chosen">${items}</ul><button type="button" class="pick" id="${id}" ${by} aria-labelledby="${id} ${id}-l">${many ? '选一个加上' : '选'}</button>${fault}</div>`;
      }
      case 'group': {
        const form = isGroup(value) ? value : {};
        const inner = this.fields(as.fields, form);
        if (required) return several(`<div class="inner">${inner}</div>`);
        const used = JSON.stringify(form).replaceAll(/"[^"]*":|[{}[\],"]/g, '') !== '';
        return `<details class="field" ${open}${used ? ' open' : ''}><summary>${escaped(label)}</summary>${told}<div class="inner">${inner}</div>${fault}</details>`;
      }
      case 'groups': {
        const items = Array.isArray(value) ? value.filter(isGroup) : [];
        const list = items.map((item) => this.#item(as.fields, item as FormGroup, false)).join('');
        const before = this.#inTemplate;
        this.#inTemplate = `${before}__n__`;
        const blank = this.#item(as.fields, {}, true);
        this.#inTemplate = before;
        return several(
          `<ol class="items">${list}</ol><template>${blank}</template><button type="button" class="add" id="${id}" ${by}>加一条：${escaped(label)}</button>`,
        );
      }
      default: {
        const long = (as.kind === 'text' && as.long) || text.length > 60;
        return one(
          long
            ? `<textarea id="${id}" ${by} rows="${rows(text, 3)}" data-line>\n${escaped(text)}</textarea>`
            : `<input id="${id}" ${by} value="${escaped(text)}" />`,
        );
      }
    }
  }

  #item(fields: readonly Field[], form: FormGroup, open: boolean): string {
    const place = typeof form['#'] === 'string' ? ` data-was="${escaped(form['#'])}"` : '';
    const name = ['label', 'q', 'name', 'text', 'role', 'before', 'short']
      .map((key) => form[key])
      .find((text) => typeof text === 'string' && text !== '');
    return `<li class="item"${place}><details${open ? ' open' : ''}><summary>${escaped(typeof name === 'string' ? name : '新的一条')}</summary><div class="inner">${this.fields(fields, form)}</div><p class="tools"><button type="button" data-do="up">往前移</button><button type="button" data-do="remove">删去这一条</button></p></details></li>`;
  }

  #chosen(kind: ReferenceKind, id: string): string {
    const name = this.#nameOf(kind, id) ?? `（没有「${id}」）`;
    return `<li data-value="${escaped(id)}"><span>${escaped(name)}</span><button type="button" data-do="drop" aria-label="去掉：${escaped(name)}">去掉</button></li>`;
  }
}

/** Rows of a box for a text, about 36 characters to a row. */
const rows = (text: string, least: number) =>
  Math.min(
    16,
    Math.max(
      least,
      text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 36), 0),
    ),
  );
