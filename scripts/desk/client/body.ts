import { allChoices, pick } from './picker.ts';

/** Puts text where the caret is, so that undo (Ctrl+Z) takes it back. */
function insert(box: HTMLTextAreaElement, text: string, caret = text.length): void {
  box.focus();
  const from = box.selectionStart;
  // The only way that keeps the box's own undo.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (!document.execCommand('insertText', false, text)) {
    box.setRangeText(text, from, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.setSelectionRange(from + caret, from + caret);
}

const lists = {
  Clause: ['clauses', '条款'],
  Source: ['sources', '出处'],
  Fact: ['fact', '事实'],
  Term: ['terms', '名词'],
} as const;

/** The buttons above the prose. `own` names the facts of the entry that is written, by their ids. */
export function bodyTools(
  box: HTMLTextAreaElement,
  entry: () => string,
  own: () => readonly (readonly [string, string, string])[],
): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-insert]')) {
    button.addEventListener('click', () => {
      const what = button.dataset['insert'] ?? '';
      if (what === 'Background') {
        const chosen = box.value.slice(box.selectionStart, box.selectionEnd).trim();
        insert(box, `\n<Background>\n\n${chosen}\n\n</Background>\n`, `\n<Background>\n\n${chosen}`.length);
      } else if (what === 'Heading') void heading(box);
      else void reference(box, what as keyof typeof lists, entry, own);
    });
  }
}

async function reference(
  box: HTMLTextAreaElement,
  tag: keyof typeof lists,
  entry: () => string,
  own: () => readonly (readonly [string, string, string])[],
): Promise<void> {
  const [kind, name] = lists[tag];
  const chosen = box.value.slice(box.selectionStart, box.selectionEnd);
  const list = (await allChoices())[kind] ?? [];
  const prefix = `${entry()}/`;
  const here = own();
  const all = tag === 'Fact' ? [...here, ...list.filter(([id]) => !id.startsWith(prefix))] : list;
  const picked = await pick(`加上${name}`, all);
  if (!picked) return;
  const [id, label] = picked;
  if (tag === 'Term') insert(box, `<Term id="${id}">${chosen || label}</Term>`);
  else insert(box, `${chosen}<${tag} id="${id}" />`);
}

async function heading(box: HTMLTextAreaElement): Promise<void> {
  const labels = (box.dataset['headings'] ?? '').split('|');
  const picked = await pick('加一个标题', [
    ...labels.map((label) => [label, label, '这一种内容的规定标题'] as const),
    ['###', '小标题', '名字自己写'],
  ]);
  if (picked) insert(box, picked[0] === '###' ? '\n### ' : `\n## ${picked[0]}\n\n`);
}
