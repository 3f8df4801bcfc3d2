import { bodyTools } from './body.ts';
import { fieldAt, itemsOf, read } from './form.ts';
import { allChoices, pick } from './picker.ts';
import { base, given, send } from './server.ts';

interface Fault {
  severity: 'error' | 'warning';
  at: (string | number)[];
  proseLine?: number;
  problem: string;
  remedy: string;
}
interface Checked {
  faults: Fault[];
  elsewhere: string[];
  changed: boolean;
  preview: string;
}
interface Given {
  collection: string;
  id: string;
  digest: string;
  draftKey: string;
  canPreview: boolean;
}

/** Milliseconds without a key before what is written is checked and kept. */
const pause = 500;

/** The page on which one entry is written. */
export function editor(): void {
  const form = document.querySelector<HTMLElement>('#form');
  if (!form) return;
  const { collection, id, digest, draftKey, canPreview } = given() as Given;
  const body = document.querySelector<HTMLTextAreaElement>('#body');
  const idBox = document.querySelector<HTMLInputElement>('#id');
  const noteBox = document.querySelector<HTMLInputElement>('#note');
  const said = document.querySelector<HTMLElement>('#said');
  const saveButton = document.querySelector<HTMLButtonElement>('#save');
  const say = (text: string) => {
    if (said) said.textContent = text;
  };
  const entryId = () => (id === '' ? (idBox?.value.trim() ?? '') : id);
  const content = () => ({
    collection,
    existing: id,
    id: entryId(),
    form: read(form),
    body: body?.value ?? '',
    base: digest,
    draftKey,
  });

  let timer = 0;
  let composing = false;
  let saved = JSON.stringify(content());
  let running = false;
  let again = false;
  const later = () => {
    window.clearTimeout(timer);
    if (!composing) timer = window.setTimeout(() => void check(), pause);
  };

  async function check(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const answer = await send<Checked>('check', content());
    running = false;
    if (again) {
      again = false;
      void check();
      return;
    }
    if (answer.error !== undefined) {
      say(answer.error);
      return;
    }
    show(answer);
  }

  function show({ faults, elsewhere, changed, preview }: Checked): void {
    clear();
    for (const fault of faults) mark(fault);
    const errors = faults.filter(({ severity }) => severity === 'error').length + elsewhere.length;
    const others = document.querySelector<HTMLElement>('#elsewhere');
    if (others) {
      others.hidden = elsewhere.length === 0;
      others.textContent = elsewhere.length > 0 ? `这样改，别处会出错：\n${elsewhere.join('\n')}` : '';
    }
    say(
      errors > 0
        ? `还有 ${errors} 处要改；改好才能保存（写的已经留成草稿）`
        : changed
          ? '没有差错，可以保存'
          : '没有差错，和文件里的一样',
    );
    const previewNote = document.querySelector<HTMLElement>('#preview-note');
    if (previewNote) previewNote.hidden = errors === 0;
    // A new page is there once it has no fault.
    if (canPreview && (id !== '' || errors === 0)) preview_(preview);
  }

  function clear(): void {
    for (const one of document.querySelectorAll<HTMLElement>('.fault')) {
      if (one.id === 'elsewhere') continue;
      one.hidden = true;
      one.textContent = '';
      one.classList.remove('mild');
    }
    for (const one of document.querySelectorAll('[aria-invalid]')) one.removeAttribute('aria-invalid');
  }

  function mark({ at, proseLine, problem, remedy, severity }: Fault): void {
    const where =
      at[0] === '正文' ? document.querySelector<HTMLElement>('#body-field') : fieldAt(form as HTMLElement, at);
    const target =
      where?.querySelector<HTMLElement>(':scope > .fault, :scope > div > .fault') ??
      where?.closest('[data-field]')?.querySelector<HTMLElement>(':scope > .fault') ??
      document.querySelector<HTMLElement>('#other-faults');
    if (!target) return;
    const line =
      typeof at.at(-1) === 'number' && where?.dataset['kind'] !== 'groups' ? `第 ${Number(at.at(-1)) + 1} 条：` : '';
    const place = proseLine === undefined ? line : `第 ${proseLine} 行：`;
    const unnamed = target.id === 'other-faults' && at.length > 0 ? `${at.join('.')}：` : '';
    const text = `${unnamed}${place}${problem} — ${remedy}`;
    target.textContent = target.hidden ? text : `${target.textContent}\n${text}`;
    target.classList.toggle('mild', severity === 'warning');
    target.hidden = false;
    for (let up = target.parentElement?.closest('details'); up; up = up.parentElement?.closest('details')) {
      if (severity === 'error' && up.contains(target)) up.open = true;
    }
    if (severity === 'error') {
      const control = where?.querySelector<HTMLElement>('input, select, textarea, button.pick, button.add');
      control?.setAttribute('aria-invalid', 'true');
    }
  }

  function preview_(address: string): void {
    const frame = document.querySelector<HTMLIFrameElement>('#preview iframe');
    if (frame && address !== '' && frame.src !== address) frame.src = address;
  }

  // What is typed.
  document.addEventListener('compositionstart', () => {
    composing = true;
    window.clearTimeout(timer);
  });
  document.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  for (const box of [form, body, idBox]) {
    box?.addEventListener('input', later);
    box?.addEventListener('change', later);
  }
  form.addEventListener('keydown', (event) => {
    const box = event.target as HTMLElement;
    // One line is one line, however long its box.
    if (event.key === 'Enter' && !event.isComposing && box.matches('textarea[data-line]')) event.preventDefault();
  });

  // References, groups.
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    const field = button.closest<HTMLElement>('[data-field]');
    if (button.matches('.pick') && field) void choose(field, button);
    else if (button.matches('.add') && field) add(field);
    else if (button.dataset['do'] === 'drop') {
      const pickButton = field?.querySelector<HTMLElement>('.pick');
      button.closest('li')?.remove();
      pickButton?.focus();
    } else if (button.dataset['do'] === 'remove') {
      const item = button.closest('.item');
      const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('summary');
      const owner = item?.parentElement?.parentElement?.querySelector<HTMLElement>(':scope > .add');
      item?.remove();
      (next ?? owner)?.focus();
    } else if (button.dataset['do'] === 'up') {
      const item = button.closest('.item');
      item?.previousElementSibling?.before(item);
      button.focus();
    } else return;
    later();
  });

  async function choose(field: HTMLElement, button: HTMLButtonElement): Promise<void> {
    const many = field.dataset['kind'] === 'references';
    const label = field.querySelector('.label')?.firstChild?.textContent ?? '';
    const picked = await pick(`选${label.trim()}`, (await allChoices())[field.dataset['to'] ?? ''] ?? []);
    if (!picked) return;
    const [value, name] = picked;
    const list = field.querySelector<HTMLElement>('.chosen');
    if (!list) return;
    if (!many) list.replaceChildren();
    const item = document.createElement('li');
    item.dataset['value'] = value;
    const text = document.createElement('span');
    text.textContent = name;
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.dataset['do'] = 'drop';
    drop.setAttribute('aria-label', `去掉：${name}`);
    drop.textContent = '去掉';
    item.append(text, drop);
    list.append(item);
    button.focus();
    later();
  }

  let added = 0;
  function add(field: HTMLElement): void {
    const template = field.querySelector<HTMLTemplateElement>(':scope > template');
    const list = field.querySelector<HTMLElement>(':scope > .items');
    if (!template || !list) return;
    added += 1;
    const holder = document.createElement('ol');
    holder.innerHTML = template.innerHTML.replaceAll('__n__', `n${added}`);
    const item = holder.firstElementChild;
    if (!item) return;
    list.append(item);
    item.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  if (body) bodyTools(body, entryId, ownFacts);
  function ownFacts(): [string, string, string][] {
    const facts = form?.querySelector<HTMLElement>(':scope > [data-field="facts"]');
    return (facts ? itemsOf(facts) : []).flatMap((item): [string, string, string][] => {
      const fact = read(item) as Record<string, string>;
      return fact['id']
        ? [[fact['id'], `${fact['label'] ?? ''}：${fact['value'] ?? ''}${fact['unit'] ?? ''}`, '这一篇']]
        : [];
    });
  }

  // Photograph.
  const photo = document.querySelector<HTMLInputElement>('#photo');
  photo?.addEventListener('change', () => {
    const file = photo.files?.[0];
    if (file) void upload(file);
  });
  async function upload(file: File): Promise<void> {
    if (entryId() === '') {
      say('先写编号，再放照片');
      return;
    }
    const response = await fetch(`${base}photo?collection=${collection}&id=${encodeURIComponent(entryId())}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const answer = (await response.json()) as { file?: string; said?: string; error?: string };
    const box = fieldAt(form as HTMLElement, ['photo', 'file'])?.querySelector('input');
    if (answer.file !== undefined && box) {
      box.value = answer.file;
      const group = box.closest('details');
      if (group) group.open = true;
    }
    say(answer.error ?? answer.said ?? '');
    later();
  }

  // Saving.
  saveButton?.addEventListener('click', () => void save());
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void save();
    }
  });
  async function save(): Promise<void> {
    if (!saveButton || saveButton.disabled) return;
    const same = document.querySelector<HTMLInputElement>('#same')?.checked === true;
    if (noteBox && !same && noteBox.value.trim() === '') {
      say('先写一句「改了什么」，读者会看到');
      noteBox.setAttribute('aria-invalid', 'true');
      noteBox.focus();
      return;
    }
    noteBox?.removeAttribute('aria-invalid');
    saveButton.disabled = true;
    const value = (name: string) => document.querySelector<HTMLInputElement>(`#${name}`)?.value ?? '';
    const answer = await send<Checked & { location?: string; conflict?: string }>('save', {
      ...content(),
      note: same ? '' : (noteBox?.value ?? ''),
      corrects: { was: value('was'), since: value('since') },
    });
    saveButton.disabled = false;
    if (answer.location !== undefined) {
      saved = JSON.stringify(content());
      window.location.assign(answer.location);
    } else if (answer.conflict !== undefined) {
      say('没有保存：这个文件刚才被别人改过');
      const notice = document.querySelector<HTMLElement>('#conflict');
      if (notice) {
        notice.hidden = false;
        const text = notice.querySelector('pre');
        if (text) text.textContent = answer.conflict;
        notice.focus();
      }
    } else {
      if ('faults' in answer) {
        show(answer);
        document.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      }
      if (answer.error !== undefined) say(answer.error);
    }
  }

  // Another desk on the same folder.
  const news = document.querySelector<HTMLElement>('#others');
  async function look(): Promise<void> {
    const answer = await send<{
      digest: string;
      others: { where: string; since: string }[];
      preview: string;
      isBroken: boolean;
    }>('state', {
      collection,
      id,
    });
    if (!news || answer.error !== undefined) return;
    const broken = document.querySelector<HTMLElement>('#preview-broken');
    if (broken) broken.hidden = !answer.isBroken;
    if (canPreview && !answer.isBroken && answer.preview === '' && id !== '')
      window.setTimeout(() => void look(), 1500);
    else if (canPreview) preview_(answer.preview);
    if (id === '') return;
    const lines = answer.others.map(({ where, since }) => `${where} 上也开着这一篇（${since} 起）。`);
    if (answer.digest !== digest) lines.unshift('这个文件在你打开以后被改过。先看看现在的样子，再保存。');
    news.hidden = lines.length === 0;
    news.textContent = lines.join('\n');
  }
  void look();
  window.setInterval(() => void look(), 8000);

  window.addEventListener('beforeunload', (event) => {
    if (JSON.stringify(content()) !== saved) event.preventDefault();
  });

  // Width of the preview.
  const frame = document.querySelector<HTMLIFrameElement>('#preview iframe');
  const box = document.querySelector<HTMLElement>('#preview .frame');
  let width = 360;
  const fit = () => {
    if (!frame || !box) return;
    const scale = Math.min(1, box.clientWidth / width);
    frame.style.width = `${width}px`;
    frame.style.height = `${Math.ceil(box.clientHeight / scale)}px`;
    frame.style.transform = `scale(${scale})`;
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-width]')) {
    button.addEventListener('click', () => {
      width = Number(button.dataset['width']);
      for (const other of document.querySelectorAll('[data-width]')) {
        other.setAttribute('aria-pressed', String(other === button));
      }
      fit();
    });
  }
  window.addEventListener('resize', fit);
  fit();
  void check();
}
