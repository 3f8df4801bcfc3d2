import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { baseOf, outDir } from './paths.ts';

/**
 * Serves a built site below the base it was made for: clean addresses with or without the last slash, 404.html with
 * status 404. Returns its address.
 */
export function serveSite(folder: string, port: number): Promise<{ url: string; close: () => void }> {
  const base = baseOf(folder);
  const notFound = readFileSync(join(folder, '404.html'));
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    };
    const { url = '/' } = request;
    if (url.startsWith(base)) {
      request.url = `/${url.slice(base.length)}`;
      files(request, response, missing);
    } else if (url === '/' || `${url}/` === base) response.writeHead(302, { location: base }).end();
    else missing();
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ url: `http://127.0.0.1:${actual}${base}`, close: () => server.close() });
    });
  });
}

if (import.meta.main) {
  const started = performance.now();
  console.log('正在生成网站……');
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const pages = readdirSync(outDir, { recursive: true, encoding: 'utf-8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
  const { url } = await serveSite(outDir, Number(process.env['PORT'] || 4321));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n网站开着：${url}\n${pages} 页，用了 ${seconds} 秒。按 Ctrl+C 停下。`);
}
