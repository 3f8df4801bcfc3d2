/**
 * A page of the site as it stands on a USB stick, opened by file:// without a server: addresses from / become
 * addresses from the page itself, and scripts that a browser refuses there are taken out.
 */
export function portablePage(html: string, page: string, base: string): string {
  return html
    .replaceAll(/<meta http-equiv="content-security-policy"[^>]*>/gi, '')
    .replaceAll(
      /<script type="module"[^>]*>[\s\S]*?<\/script>|<link rel="(?:manifest|modulepreload|preload)"[^>]*>/g,
      '',
    )
    .replaceAll(/ (href|src|srcset|action|data-base)="([^"]*)"/g, (_attribute, name: string, value: string) => {
      // Of several pictures, one address after each comma.
      const addresses = name === 'srcset' ? value.split(/(?<=,)\s*/) : [value];
      return ` ${name}="${addresses.map((address) => fromPage(address, page, base)).join(' ')}"`;
    });
}

function fromPage(address: string, page: string, base: string): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address;
  return relativeAddress(address.slice(base.length), page);
}

/** places/wulajie/#facts seen from policies/land/index.html → ../../places/wulajie/index.html#facts. */
export function relativeAddress(address: string, page: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const up = '../'.repeat(page.split('/').length - 1);
  return file === page && rest.startsWith('#') ? rest : `${up}${file}${rest}`;
}

/** One line of the index that the stick searches. */
export interface PortableEntry {
  /** Path below the folder, without index.html. */
  path: string;
  title: string;
  summary: string;
  /** Names, everyday questions and answers, joined. */
  words: string;
}

/** The index and its search as one plain script: a module or a fetch would be refused by file://. */
export function portableSearch(entries: readonly PortableEntry[]): string {
  return `(${runPortableSearch.toString()})(${JSON.stringify(entries).replaceAll('<', '\\u003c')});\n`;
}

/**
 * Runs on the search page of the stick; it is printed there as text, so it uses nothing from outside.
 * A page ranks by how many pairs of characters of the question it holds, those of its title counting more.
 */
function runPortableSearch(entries: readonly PortableEntry[]): void {
  const question = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  const page = document.querySelector('[data-search-state]');
  const list = document.querySelector('[data-search-results]');
  const status = document.querySelector('[data-search-status]');
  if (!page || !list || !status || question === '') return;
  for (const box of document.querySelectorAll<HTMLInputElement>('input[name=q]')) box.value = question;
  const letters = Array.from(question.toLowerCase().replaceAll(/[\s，。？！、]/gu, ''));
  const pairs =
    letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  const score = ({ title, summary, words }: PortableEntry) =>
    pairs.reduce(
      (sum, pair) =>
        sum + (title.includes(pair) ? 4 : 0) + (summary.includes(pair) ? 2 : 0) + (words.includes(pair) ? 1 : 0),
      0,
    );
  const found = entries
    .map((entry) => ({ entry, points: score(entry) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, 20);
  for (const { entry } of found) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `../${entry.path}index.html`;
    link.textContent = entry.title;
    const summary = document.createElement('p');
    summary.textContent = entry.summary;
    item.append(link, summary);
    list.append(item);
  }
  status.textContent = found.length > 0 ? `找到${found.length}页` : '没有找到，换个说法试试';
  page.setAttribute('data-search-state', found.length > 0 ? 'done' : 'empty');
}
