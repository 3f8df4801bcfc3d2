/** Reading a form by its structure: what stands in [data-field] elements, groups in groups. */
type FormValue = string | FormValue[] | { [key: string]: FormValue };

/** The fields that belong to an element itself, not to a group in it. */
function ownFields(container: Element): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-field]')].filter(
    (field) => field.parentElement?.closest('[data-field], .item') === closestHolder(container),
  );
}
const closestHolder = (container: Element) => (container.matches('[data-field], .item') ? container : null);

/** Items of a list of groups. */
export const itemsOf = (field: Element) =>
  [...field.querySelectorAll<HTMLElement>('.item')].filter(
    (item) => item.parentElement?.closest('[data-field]') === field,
  );

export function read(container: Element): { [key: string]: FormValue } {
  return Object.fromEntries(ownFields(container).map((field) => [field.dataset['field'] ?? '', valueOf(field)]));
}

function valueOf(field: HTMLElement): FormValue {
  switch (field.dataset['kind']) {
    case 'group':
      return read(field);
    case 'groups':
      return itemsOf(field).map((item) => ({ '#': item.dataset['was'] ?? '', ...read(item) }));
    case 'reference':
      return chosenOf(field)[0] ?? '';
    case 'references':
      return chosenOf(field);
    case 'flag':
      return field.querySelector('input')?.checked === true ? 'true' : '';
    case 'choices':
      return [...field.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    default:
      return field.querySelector<HTMLInputElement>('input, select, textarea')?.value ?? '';
  }
}

const chosenOf = (field: HTMLElement) =>
  [...field.querySelectorAll<HTMLElement>('.chosen > li')].map((item) => item.dataset['value'] ?? '');

/** Puts values into a form that the server has drawn for them in number; lists of groups are drawn by the server. */
export function fieldAt(container: Element, path: readonly (string | number)[]): HTMLElement | undefined {
  let at: Element = container;
  let found: HTMLElement | undefined;
  for (const [n, part] of path.entries()) {
    if (typeof part === 'number') {
      if (found?.dataset['kind'] !== 'groups') return found;
      const item = itemsOf(found)[part];
      if (!item) return found;
      at = item;
      if (n === path.length - 1) return item;
    } else {
      const next = ownFields(at).find(({ dataset }) => dataset['field'] === part);
      if (!next) return found;
      found = next;
      at = next;
    }
  }
  return found;
}
