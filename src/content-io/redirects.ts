import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError } from '#domain/model/faults.ts';
import { readText } from './files.ts';
import { parseYaml, shape } from './yaml.ts';

const address = z.string().startsWith('/', '网址以 / 开头，例如 /places/jiucun/');

/** Old addresses and where each leads now (data/redirects.json, which is YAML too). */
export function readRedirects(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'redirects.json');
  // A city that never moved a page needs none.
  if (!existsSync(file)) return {};
  const text = readText(file);
  if (typeof text !== 'string') throw new ContentError([text]);
  const { data, faults } = shape(z.record(address, address), parseYaml(text, file, 1), file);
  if (data === undefined) throw new ContentError(faults);
  return data;
}
