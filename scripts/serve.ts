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

/** Why a port cannot be had, in words; undefined where it can. */
async function portFault(port: number): Promise<string | undefined> {
  const asked = process.env['PORT'];
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `PORT（${asked}）不是端口 — 写 1 到 65535 的整数`;
  const probe = createServer();
  const code = await new Promise<string | undefined>((done) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      done(error.code);
    });
    probe.listen(port, '127.0.0.1', () => {
      done(undefined);
    });
  });
  probe.close();
  if (code === undefined) return undefined;
  const problem = code === 'EADDRINUSE' ? '已经有程序在用，也许网站已经开着' : `不能用（${code}）`;
  return `端口 ${port} ${problem} — 关掉那个程序，或者换一个端口：PORT=${port === 65_535 ? 4321 : port + 1} npm start`;
}

if (import.meta.main) {
  const started = performance.now();
  const port = Number(process.env['PORT'] || 4321);
  // Asked first: nobody waits for a build to be told.
  const fault = await portFault(port);
  if (fault !== undefined) {
    console.error(fault);
    process.exit(1);
  }
  console.log('正在生成网站……');
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const pages = readdirSync(outDir, { recursive: true, encoding: 'utf-8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
  const { url } = await serveSite(outDir, port);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n网站开着：${url}\n${pages} 页，用了 ${seconds} 秒。按 Ctrl+C 停下。`);
}
