import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { plainText } from '#domain/model/body.ts';
import { pageEntries } from '#domain/model/content.ts';
import { portablePage, portableSearch } from '#render/portable.ts';
import { readContent } from '#content-io/read.ts';
import { realPath, recoverSite } from './out-folder.ts';
import { baseOf, contentDir, dataDir, outDir } from './paths.ts';
import { siteLock } from './site-locks.ts';

/**
 * Packs the built site into one zip that opens from a USB stick (U盘) without a server: npm run pack.
 * PACK_FILE moves it. The same site always gives the same bytes.
 */
const file = process.env['PACK_FILE'] || '.cache/site.zip';
const folder = 'xiaochengzhen';
/** Of use on a server only. */
const serverOnly =
  /^(?:sw\.js|_headers|_redirects|search-index\/|pagefind\/|offline\/.*\.json|manifest\.webmanifest|sitemap.*\.xml|robots\.txt|.*\.(?:br|gz))/;

const site = realPath(outDir);
siteLock(site);
recoverSite(site);
if (!existsSync(outDir)) {
  console.error('还没有生成网站，先运行 npm run build');
  process.exit(1);
}
const base = baseOf(outDir);
const { content } = readContent(contentDir, dataDir);
const entries = pageEntries(content).map(({ kind, entry }) => ({
  path: `${kind}/${entry.id}/`,
  title: entry.data.title,
  summary: entry.data.summary,
  words: [
    ...('asks' in entry.data ? entry.data.asks : []),
    ...('aliases' in entry.data ? entry.data.aliases : []),
    plainText(entry.body),
  ]
    .join(' ')
    .toLowerCase(),
}));

mkdirSync(dirname(file), { recursive: true });
const handle = openSync(file, 'w');
// Written as it is made: the whole site is larger than what should be held at once.
const zip = new Zip((error, chunk) => {
  if (error) throw error;
  writeSync(handle, chunk);
});
let count = 0;
function add(path: string, bytes: Uint8Array): void {
  const entry = new ZipDeflate(`${folder}/${path}`, { level: 9 });
  // A fixed time: the zip says what the site holds, not when it was packed.
  entry.mtime = new Date('2026-01-01T00:00:00');
  zip.add(entry);
  entry.push(bytes, true);
  count += 1;
}

for (const found of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
  if (!found.isFile()) continue;
  const path = join(found.parentPath, found.name)
    .slice(outDir.length + 1)
    .replaceAll('\\', '/');
  if (serverOnly.test(path)) continue;
  const bytes = readFileSync(join(outDir, path));
  add(path, path.endsWith('.html') ? Buffer.from(page(bytes.toString('utf-8'), path)) : bytes);
}
add('search/index.js', Buffer.from(portableSearch(entries)));
zip.end();
closeSync(handle);
console.log(
  `${file}：${count} 个文件，${(statSync(file).size / 1e6).toFixed(1)} MB。解压以后打开 ${folder}/index.html`,
);

function page(html: string, path: string): string {
  const portable = portablePage(html, path, base);
  return path === 'search/index.html'
    ? portable.replace('</body>', '<script src="index.js"></script></body>')
    : portable;
}
