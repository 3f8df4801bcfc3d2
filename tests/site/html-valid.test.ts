import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigData, FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { onePerShape } from './built-pages.ts';

const config = JSON.parse(readFileSync(join(import.meta.dirname, 'html-valid.json'), 'utf-8')) as ConfigData;
const validator = new HtmlValidate(new FileSystemConfigLoader({ ...config, root: true }));

test('the HTML of every shape of page is valid', async () => {
  const faults = new Map<string, string>();
  for (const { path, html } of onePerShape()) {
    const { results } = await validator.validateString(html);
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      const fault = `${ruleId}: ${message}`;
      if (!faults.has(fault)) faults.set(fault, `${path}:${line}:${column} ${fault}`);
    }
  }
  expect([...faults.values()]).toEqual([]);
});

test('the validator sees what is wrong', async () => {
  const { valid } = await validator.validateString('<p style="color:red"><div>甲</p>');
  expect(valid).toBe(false);
});
