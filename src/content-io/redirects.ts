import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '#domain/model/types.ts';
import { readText, shownPath } from './files.ts';
import { readOn } from './strays.ts';
import { parseYaml, shape } from './yaml.ts';

export type Redirects = Readonly<Record<string, string>>;

const form = '写本站的网址，以 / 开头、以 / 结尾，例如 /places/jiucun/';
const address = z.string(form).regex(/^\/(?:[\w.~-]+\/)*$/, form);
const target = z.string(form).regex(/^\/(?:[\w.~-]+\/)*(?:#[\w-]+)?$/, form);

/**
 * Old addresses and where each leads now (data/redirects.json, which is YAML too). `isPage` says which addresses have a
 * page now; a table with any fault leads nowhere.
 */
export function readRedirects(
  dataDir: string,
  isPage: (address: string) => boolean | undefined = () => undefined,
): { redirects: Redirects; faults: Fault[] } {
  const file = join(dataDir, 'redirects.json');
  // A city that never moved a page needs none.
  if (!existsSync(file)) return { redirects: {}, faults: [] };
  const written = readText(file);
  if (typeof written !== 'string') return { redirects: {}, faults: [written] };
  const path = shownPath(file);
  const { text, faults: strays } = readOn(written, path);
  const yaml = parseYaml(text, path, 1);
  const { data, faults } = shape(z.record(address, target), yaml, path);
  const all = [...strays, ...faults.map((fault) => (fault.field === '文件头' ? { ...fault, field: '文件' } : fault))];
  for (const [from, to] of Object.entries(data ?? {})) {
    const fault = (problem: string, remedy: string) =>
      all.push({ severity: 'error', path, line: yaml.lineOf([from]), field: from, problem, remedy });
    const [page = ''] = to.split('#');
    if (isPage(from) === true) fault('这一页还在，读者会到不了', '删去这一行，或先把这一页拿掉');
    if (page === from) fault('换到了自己', '写换到哪一页，或删去这一行');
    else if (data && page in data) fault(`换到的 ${page} 自己也换走了`, '直接写最后到哪一页');
    else if (isPage(page) === false) fault(`换到的 ${page} 没有这一页`, '核对网址');
  }
  return { redirects: all.length > 0 ? {} : (data ?? {}), faults: all };
}
