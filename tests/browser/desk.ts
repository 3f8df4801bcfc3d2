import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect } from '@playwright/test';

/** The desk over a copy of the made-up site. */
export interface OpenDesk {
  url: string;
  root: string;
  read: (file: string) => string;
  stop: () => Promise<void>;
  /** Ends it at once, as when the machine goes off. */
  kill: () => Promise<void>;
}

export async function startDesk(
  port: number,
  { preview = false, root = mkdtempSync(join(tmpdir(), 'desk-')), isNew = true } = {},
): Promise<OpenDesk> {
  if (isNew) {
    cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
    cpSync('tests/fixtures/data', join(root, 'data'), { recursive: true });
  }
  const child: ChildProcess = spawn(process.execPath, ['scripts/desk.ts'], {
    env: {
      ...process.env,
      CONTENT_DIR: join(root, 'content'),
      DATA_DIR: join(root, 'data'),
      DESK_DIR: join(root, 'desk'),
      OUT_DIR: join(root, 'site'),
      PORT: String(port),
      DESK_PREVIEW: preview ? '' : 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((done, fail) => {
    child.once('exit', () => {
      fail(new Error('the desk did not open'));
    });
    child.stdout?.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(data.toString('utf-8'));
      if (found) done(found[0]);
    });
  });
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      child.once('exit', () => {
        done();
      });
      child.kill(signal);
    });
  return {
    url,
    root,
    read: (file) => readFileSync(join(root, 'content', file), 'utf-8'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(root, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

/** Presses Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 260; n += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at) return '';
      const byId = (ids: string | null) =>
        (ids ?? '')
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ');
      const label =
        at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
          ? at.labels?.[0]?.textContent
          : undefined;
      return (
        at.getAttribute('aria-label') ??
        (at.hasAttribute('aria-labelledby') ? byId(at.getAttribute('aria-labelledby')) : (label ?? at.textContent))
      );
    });
    if (name.test(called.replaceAll(/\s+/g, ' ').trim())) return;
  }
  throw new Error(`no way by Tab to ${String(name)}`);
}

/** Fills the field of a name, by the keyboard alone. */
export async function fill(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.insertText(text);
}

/** Picks by its name in the dialog of a field. */
export async function pickByName(page: Page, button: RegExp, text: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.insertText(text);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf-8');

/** What axe finds wrong with a page. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Past the policy of the page, which allows no script but its own.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run({ iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  });
}
