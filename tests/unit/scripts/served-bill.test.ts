import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageOf, shippedIn } from '#build/shipped.ts';
import { servedBill } from '../../../scripts/served-bill.ts';

const bill = {
  bomFormat: 'CycloneDX',
  components: [
    { 'bom-ref': 'a', name: 'pagefind', version: '1.0.0' },
    { 'bom-ref': 'b', group: '@fonts', name: 'noto', version: '2.0.0' },
    { 'bom-ref': 'c', name: 'astro', version: '3.0.0' },
  ],
  dependencies: [
    { ref: 'a', dependsOn: ['b', 'c'] },
    { ref: 'c', dependsOn: ['a'] },
  ],
};

test('the bill of what is served holds that alone', () => {
  const shipped = shippedIn(
    '开头\n\n== @fonts/noto 2.0.0（MIT AND OFL-1.1）：字形\n\n…\n\n== pagefind 1.0.0（MIT）：搜索\n',
  );
  expect(shipped).toEqual([
    { name: '@fonts/noto', version: '2.0.0', licence: 'MIT AND OFL-1.1' },
    { name: 'pagefind', version: '1.0.0', licence: 'MIT' },
  ]);
  expect(servedBill(bill, shipped)).toEqual({
    bomFormat: 'CycloneDX',
    components: [bill.components[1], bill.components[0]],
    dependencies: [{ ref: 'a', dependsOn: ['b'] }],
  });
});

test('what is served and stands on no bill is told', () => {
  expect(() => servedBill(bill, [{ name: 'pagefind', version: '9.9.9', licence: 'MIT' }])).toThrow(/pagefind 9\.9\.9/);
});

test('a module is known by its package, the innermost one', () => {
  expect(packageOf('/x/node_modules/astro/dist/a.js')).toBe('astro');
  expect(packageOf(String.raw`C:\x\node_modules\@a\b\node_modules\c\d.js`)).toBe('c');
  expect(packageOf('/x/src/client/header.ts')).toBeUndefined();
});

test('no package runs a script of its own when it is installed but the one that brings Node', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf-8')) as {
    packages: Record<string, { hasInstallScript?: boolean } | undefined>;
  };
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf-8')) as {
    allowScripts: Record<string, boolean>;
  };
  const asking = Object.keys(packages)
    .filter((path) => packages[path]?.hasInstallScript)
    .map((path) => path.replace(/.*node_modules\//, ''));
  // One that is new is decided on by somebody.
  expect(asking.filter((name) => !(name in allowScripts))).toEqual([]);
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
  expect(readFileSync('scripts/bootstrap.mjs', 'utf-8')).toMatch(/'ci', .*'--ignore-scripts'/);
});
