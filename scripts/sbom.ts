import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesFile, shippedIn } from '../src/build/shipped.ts';
import { outDir } from './paths.ts';
import { type Bill, servedBill } from './served-bill.ts';

/**
 * npm run sbom: the bills of materials (CycloneDX) of what the built site hands to readers and of everything installed to
 * build it, and what licence each package has. They go to .cache/sbom/, not into the repository: a bill has a serial number
 * and a time of its own.
 */
const folder = '.cache/sbom';
mkdirSync(folder, { recursive: true });
const bill = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
  encoding: 'utf-8',
  maxBuffer: 100_000_000,
  shell: process.platform === 'win32',
});
writeFileSync(`${folder}/build.cdx.json`, bill);
const list = join(outDir, licencesFile);
if (!existsSync(list)) {
  console.error('还没有生成网站 — 先运行 npm run build，才知道交给读者的是哪些');
  process.exit(1);
}
const shipped = shippedIn(readFileSync(list, 'utf-8'));
writeFileSync(`${folder}/served.cdx.json`, JSON.stringify(servedBill(JSON.parse(bill) as Bill, shipped), null, 2));

interface Lock {
  packages: Record<string, { version?: string; license?: string | { type: string } } | undefined>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf-8')) as Lock;
const rows = Object.entries(packages).flatMap(([path, found]) => {
  if (path === '' || !found) return [];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = typeof found.license === 'object' ? found.license.type : (found.license ?? '没有写');
  return [{ name, version: found.version ?? '', licence }];
});
const byLicence = Map.groupBy(rows, ({ licence }) => licence);
const licences = [...byLicence].toSorted(([a], [b]) => (a < b ? -1 : 1));
const text = licences.map(([licence, own]) => {
  const names = [...new Set(own.map(({ name, version }) => `${name}@${version}`))].toSorted();
  return `${licence}（${names.length}）\n${names.map((name) => `  ${name}`).join('\n')}\n`;
});
writeFileSync(`${folder}/licences.txt`, text.join('\n'));
for (const [licence, own] of licences) console.log(`${String(own.length).padStart(4)}  ${licence}`);
console.log(`交给读者的 ${shipped.length} 个，生成网站用的 ${rows.length} 个软件包；清单在 ${folder}/`);
