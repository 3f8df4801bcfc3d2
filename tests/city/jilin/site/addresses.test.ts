import { afterAll, beforeAll, expect, test } from 'vitest';
import { outDir } from '../../../../scripts/paths.ts';
import { serveSite } from '../../../../scripts/serve.ts';
import { clusterIds, placeIds, policyIds } from '../published-ids.ts';

let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  server = await serveSite(outDir, 0);
});
afterAll(() => {
  server.close();
});

test.each([
  ...policyIds.map((id) => `/policies/${id}/`),
  ...placeIds.map((id) => `/places/${id}/`),
  ...clusterIds.map((id) => `/clusters/${id}/`),
])('%s answers', async (path) => {
  const response = await fetch(new URL(path, server.url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await response.text()).toContain('<html lang="zh-CN"');
});
