import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type Operator, operatorDetails } from '#domain/site/operator.ts';

/** The site as a part of a portal (专题), run by somebody: everything below this folder of another host. */
export const base = '/ztzl/xcz/';
/** What the portal's server serves: the site in its folder, and the portal's own 404 page. */
export const portal = resolve('.cache/portal');
export const baseSite = join(portal, base);

/** Nobody: what whoever runs the site has filled in does not reach the tests. */
const nobody = Object.fromEntries(Object.keys(operatorDetails).map((key) => [key, ''])) as Operator;
/** Everything that an operator can fill in. */
export const portalOperator: Operator = {
  name: '示范市住房和城乡建设局',
  contact: '0432-00000000',
  email: 'xcz@portal.example',
  siteIdCode: '0000000000',
  icpNumber: '示ICP备00000000号-1',
  policeNumber: '示公网安备00000000000000号',
  dataLicence: '示范许可',
  dataLicenceUrl: 'https://licence.example/',
};

/** Builds the site in a copy of the tree, so that another build may run at the same time, and moves it to `target`. */
export function buildApart(target: string, env: NodeJS.ProcessEnv, operator = nobody): void {
  const tree = mkdtempSync(join(tmpdir(), 'apart-'));
  try {
    for (const name of [
      'src',
      'public',
      'scripts',
      'astro.config.mjs',
      'tsconfig.json',
      'package.json',
      'package-lock.json',
    ])
      cpSync(name, join(tree, name), { recursive: true });
    writeFileSync(join(tree, 'src/operator.ts'), `export const operator = ${JSON.stringify(operator)};\n`);
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'), 'junction');
    const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/build.ts'], {
      cwd: tree,
      encoding: 'utf-8',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // Vitest sets what Vite knows as import.meta.env; a build must not take it for its own.
        BASE_URL: undefined,
        MODE: undefined,
        DEV: undefined,
        PROD: undefined,
        SSR: undefined,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
        OUT_DIR: join(tree, 'built'),
      },
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`.split('\n').slice(-20).join('\n'));
    cpSync(join(tree, 'built'), target, { recursive: true });
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

export function buildForPortal(): void {
  rmSync(portal, { recursive: true, force: true });
  buildApart(baseSite, { BASE_PATH: base, SITE_URL: 'https://portal.example' }, portalOperator);
  copyFileSync(join(baseSite, '404.html'), join(portal, '404.html'));
}

export function needPortal(): void {
  if (!existsSync(join(baseSite, 'index.html'))) buildForPortal();
}
