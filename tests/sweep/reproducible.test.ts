import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkingCopy, differences, fingerprints } from '../content/working-copy.ts';

/** A process that thinks it is another year: its first module moves the clock. */
const anotherYear = `data:text/javascript,${encodeURIComponent(
  'const now = Date.now; Date.now = () => now() + 500 * 86_400_000;',
)}`;

let copy: WorkingCopy;
let first: Map<string, string>;
/** Builds the copy as it stands and returns the hashes of the site's files, the search index included. */
function built(name: string, env: NodeJS.ProcessEnv = {}): Map<string, string> {
  const folder = join(copy.root, name);
  const { status, output } = copy.build({ OUT_DIR: folder, ...env });
  expect(status, output).toBe(0);
  return fingerprints(folder);
}
beforeAll(() => {
  copy = new WorkingCopy();
  first = built('first', { TZ: 'Asia/Shanghai' });
}, 600_000);
afterAll(() => {
  copy.remove();
});

describe('a build gives the same bytes', { timeout: 600_000 }, () => {
  test('in another folder, time zone and year', () => {
    expect(first.size).toBeGreaterThan(500);
    const second = built('elsewhere/second', {
      TZ: 'America/St_Johns',
      LANG: 'C',
      NODE_OPTIONS: `--import=${anotherYear}`,
    });
    expect(differences(first, second)).toEqual([]);
  });

  test('where an editor left a byte order mark in a place and Windows line ends in an explainer', () => {
    const [place, policy] = ['places/wulajie.mdx', 'policies/environment.mdx'];
    const [plainPlace, plainPolicy] = [copy.bytes(place), copy.bytes(policy)];
    copy.write(place, Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), plainPlace]));
    copy.write(policy, plainPolicy.toString('utf-8').replaceAll('\n', '\r\n'));
    expect(differences(first, built('marked'))).toEqual([]);
    copy.write(place, plainPlace);
    copy.write(policy, plainPolicy);
  });

  test('for every page that two cases which come to name each other do not stand on', () => {
    const [a, b] = ['panshi-toilets', 'tiangang-green-stone'] as const;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const file = `cases/${from}.mdx`;
      if (/^related:/m.test(copy.text(file))) copy.edit(file, /^related: \[/m, `related: [${to}, `);
      else copy.edit(file, /^published:/m, `related: [${to}]\npublished:`);
    }
    const changed = differences(first, built('related'));
    // The search index and the list of what is kept offline hold the two pages and change with them.
    expect(changed.filter((name) => !name.startsWith('pagefind/') && name !== 'sw.js')).toEqual([
      `cases/${a}/index.html`,
      `cases/${b}/index.html`,
    ]);
  });
});
