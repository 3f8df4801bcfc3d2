import { base, send } from './server.ts';

/** Pages with one thing to do: publishing, taking in a form, reading a log, taking back a save. */
export function tasks(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-task], button[data-post]');
    if (button?.dataset['task'] !== undefined) void run(button);
    else if (button) void post(button);
  });
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type=file][data-upload]')) {
    box.addEventListener('change', () => {
      const file = box.files?.[0];
      if (file) void upload(box, file);
    });
    const drop = box.closest<HTMLElement>('.drop');
    drop?.addEventListener('dragover', (event) => {
      event.preventDefault();
    });
    drop?.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void upload(box, file);
    });
  }
}

function say(text: string): void {
  const said = document.querySelector('#said');
  if (said) said.textContent = text;
}

/** Runs a task of the server and shows what it says as it goes. */
async function run(button: HTMLButtonElement): Promise<void> {
  const log = document.querySelector<HTMLElement>('#log');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-task]:enabled')];
  for (const one of buttons) one.disabled = true;
  say('正在做……');
  if (log) {
    log.textContent = '';
    log.hidden = false;
  }
  const folder = document.querySelector<HTMLInputElement>('#folder')?.value;
  try {
    const response = await fetch(`${base}task`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ task: button.dataset['task'], folder }),
    });
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const text = decoder.decode(part.value, { stream: true });
      if (log) {
        log.textContent += text;
        log.scrollTop = log.scrollHeight;
      }
    }
    const last = log?.textContent.trimEnd().split('\n').at(-1) ?? '';
    say(last);
  } catch {
    say('连不上办公桌：运行 npm run desk 的窗口可能关了');
  }
  for (const one of buttons) one.disabled = false;
}

/** Sends what the button names; its answer leads on or says why not. */
async function post(button: HTMLButtonElement): Promise<void> {
  const fields = Object.fromEntries(
    [...document.querySelectorAll<HTMLInputElement>('[data-setting]')].map((box) => [box.name, box.value]),
  );
  button.disabled = true;
  const answer = await send<{ location?: string; said?: string }>(button.dataset['post'] ?? '', {
    key: button.dataset['key'],
    name: button.dataset['name'],
    fields,
  });
  button.disabled = false;
  if (answer.location !== undefined) window.location.assign(answer.location);
  else say(answer.error ?? answer.said ?? '');
}

async function upload(box: HTMLInputElement, file: File): Promise<void> {
  say(`正在读 ${file.name}……`);
  try {
    const response = await fetch(`${base}${box.dataset['upload'] ?? ''}?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const answer = (await response.json()) as { html?: string; location?: string; error?: string };
    const result = document.querySelector('#result');
    if (answer.location !== undefined) window.location.assign(answer.location);
    else if (answer.html !== undefined && result) {
      result.innerHTML = answer.html;
      say('读完了，看下面');
    } else say(answer.error ?? '');
  } catch {
    say('连不上办公桌：运行 npm run desk 的窗口可能关了');
  }
  box.value = '';
}
