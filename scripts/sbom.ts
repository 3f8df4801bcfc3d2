import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * npm run sbom: the bill of materials (CycloneDX) of everything installed, and what licence each package has.
 * Both go to .cache/sbom/, not into the repository: the bill has a serial number and a time of its own.
 */
const folder = '.cache/sbom';
mkdirSync(folder, { recursive: true });
const bill = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
  encoding: 'utf-8',
  maxBuffer: 100_000_000,
  shell: process.platform === 'win32',
});
writeFileSync(`${folder}/sbom.cdx.json`, bill);

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
const list = [...byLicence].toSorted(([a], [b]) => (a < b ? -1 : 1));
const text = list.map(([licence, own]) => {
  const names = [...new Set(own.map(({ name, version }) => `${name}@${version}`))].toSorted();
  return `${licence}（${names.length}）\n${names.map((name) => `  ${name}`).join('\n')}\n`;
});
writeFileSync(`${folder}/licences.txt`, text.join('\n'));
for (const [licence, own] of list) console.log(`${String(own.length).padStart(4)}  ${licence}`);
console.log(`${rows.length} 个软件包；清单在 ${folder}/`);
