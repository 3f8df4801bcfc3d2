/** A page that may be meant, with its path below the base: places/wulajie/. */
export interface KnownPage {
  path: string;
  title: string;
}

/** The list of them, below the base. */
export const knownPagesFile = 'addresses.json';

/**
 * Pages that an address without a page may mean (相近的网址), the nearest first: the same id in another folder or in other
 * letters, the beginning of an id, one with a slip or two, or a name in Chinese. `asked` is the path below the base.
 */
export function nearAddresses(asked: string, known: readonly KnownPage[], most = 3): KnownPage[] {
  const word = lastStep(asked);
  if (word === '') return [];
  return known
    .map((page) => ({ page, distance: distanceTo(word, page) }))
    .filter(({ distance }) => distance <= slips(word))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ page }) => page);
}

/** /Places/Wulajie → /places/wulajie; what stands for Chinese (%E4…) is left as it is. */
export const inSmallLetters = (path: string): string =>
  path.replaceAll(/%[\dA-F]{2}|[A-Z]/gi, (part) => (part.startsWith('%') ? part : part.toLowerCase()));

/** Places/Wulajie/index.html → wulajie. */
function lastStep(path: string): string {
  const steps = path
    .toLowerCase()
    .replace(/(?:index)?\.(?:html?|md|php|aspx?)$/, '')
    .split('/');
  return steps.filter((step) => step !== '').pop() ?? '';
}

/** So many letters may be wrong. */
const slips = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

function distanceTo(word: string, { path, title }: KnownPage): number {
  const id = lastStep(path);
  if (word === id || word === title) return 0;
  if (word.length > 1 && (title.startsWith(word) || (word.length > 3 && id.startsWith(word)))) return 0.5;
  return editDistance(word.replaceAll(/[-_ ]/g, ''), id.replaceAll('-', ''));
}

/** Letters to add, leave out, change or swap with the next one. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
