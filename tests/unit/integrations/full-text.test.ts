import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Disk } from '../../../src/integrations/disk.ts';
import { FullText } from '../../../src/integrations/full-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-text-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const html = '<html lang="zh-CN"><body><main><h1>大荒地村</h1><p>种水稻</p></main></body></html>';
async function build(site: string, previous: string, page: (text: FullText) => void): Promise<string[]> {
  const disk = new Disk();
  const text = new FullText({ site, previous, parts: new Map(), first: previous === '', disk });
  page(text);
  await text.done();
  await disk.done();
  return readdirSync(join(site, 'pagefind'), { recursive: true, encoding: 'utf-8' }).toSorted();
}

test('an index that is taken over is what Pagefind wrote, not what was put beside it, and its note is a file of its own', async () => {
  const [last, next] = [join(folder, 'last'), join(folder, 'next')];
  const made = await build(last, '', (text) => {
    text.add('places/dahuangdi/index.html', html, 'sum');
  });
  expect(made).toContain('parts.json');
  for (const name of ['pagefind.js.br', 'parts.json.br', 'parts.json.gz'])
    writeFileSync(join(last, 'pagefind', name), '');

  const taken = await build(next, last, (text) => {
    text.keep('places/dahuangdi/index.html', 'sum');
  });
  expect(taken).toEqual(made);
  const note = readFileSync(join(last, 'pagefind', 'parts.json'), 'utf-8');
  writeFileSync(join(next, 'pagefind', 'parts.json'), '{}');
  expect(readFileSync(join(last, 'pagefind', 'parts.json'), 'utf-8')).toBe(note);
});
