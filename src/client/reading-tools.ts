import { type ReadingSetting, parseSettings, storageKey } from '#domain/site/settings.ts';

/** Shows the reading settings (阅读设置) and reading aloud; without script there is nothing to set and nothing is shown. */
class ReadingTools extends HTMLElement {
  connectedCallback() {
    const settings = parseSettings(read());
    for (const [key, value] of Object.entries(settings)) this.#press(key as ReadingSetting, value);
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      const { setting, option } = button.dataset;
      if (setting !== undefined && option !== undefined) this.#choose(setting as ReadingSetting, option);
      if ('aloud' in button.dataset) toggleReading(button);
    });
    if ('speechSynthesis' in window) this.querySelector<HTMLElement>('[data-aloud]')?.removeAttribute('hidden');
    this.hidden = false;
  }

  #choose(setting: ReadingSetting, option: string) {
    const root = document.documentElement;
    if (option === '') root.removeAttribute(`data-${setting}`);
    else root.dataset[setting] = option;
    this.#press(setting, option);
    try {
      localStorage.setItem(storageKey, JSON.stringify({ ...parseSettings(read()), [setting]: option }));
    } catch {
      // Private windows may refuse storage: the setting then holds for this page only.
    }
  }

  #press(setting: ReadingSetting, option: string) {
    for (const button of this.querySelectorAll<HTMLButtonElement>(`[data-setting="${setting}"]`)) {
      button.setAttribute('aria-pressed', String(button.dataset['option'] === option));
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Reads the main text aloud, block by block, leaving out marks and menus; pressing again stops. */
function toggleReading(button: HTMLButtonElement) {
  const stop = () => {
    speechSynthesis.cancel();
    button.textContent = '朗读本页';
  };
  if (speechSynthesis.speaking) {
    stop();
    return;
  }
  const texts = textsAloud();
  texts.forEach((text, index) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = 'zh-CN';
    if (index === texts.length - 1) speech.onend = stop;
    speechSynthesis.speak(speech);
  });
  button.textContent = '停止朗读';
}

const blocks = 'h1, h2, h3, h4, p, li, dt, dd';

/** What is seen of the main text, block by block; a block inside another is read once, in its own turn. */
function textsAloud(): string[] {
  // Chromium may say that a part it has not drawn yet (content-visibility) has no box.
  document.documentElement.dataset['whole'] = '';
  return [...document.querySelectorAll(`main :is(${blocks})`)].flatMap((block) => {
    // What has no box is hidden, or for paper only. What is folded away may have one.
    if (block.getClientRects().length === 0) return [];
    if (block.closest('nav, .meta, .gist, .to-top, details:not([open])')) return [];
    const copy = block.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll(`${blocks}, details, button, .clause, .source`)) other.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim() || [];
  });
}

customElements.define('reading-tools', ReadingTools);
