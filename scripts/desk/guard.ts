import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './store.ts';

/** Largest form, in bytes, and largest document or photograph. */
export const limits = { form: 4_000_000, file: 40_000_000 };

/**
 * Lets in who has the address with the token, from a page of the desk itself. `host` is what the browser must have asked
 * for: a name of another site that leads to this machine (DNS rebinding) is not it. Returns the path below the token.
 */
export function admitted(request: IncomingMessage, token: string, port: number): URL {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  if (!hosts.includes(host)) throw new Refusal('这个地址不是办公桌的', 421);
  const url = new URL(request.url ?? '/', `http://${host}`);
  const [, given = '', ...rest] = url.pathname.split('/');
  if (!equal(given, token)) throw new Refusal('地址里的口令不对，照运行 npm run desk 的窗口里那一行打开', 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    if (origin !== `http://${host}`) throw new Refusal('不是从办公桌的页面发来的', 403);
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw new Refusal('不是从办公桌的页面发来的', 403);
  }
  url.pathname = `/${rest.join('/')}`;
  return url;
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The body of a request, of the kind asked for; what is longer than `limit` is refused before it is held. */
export async function bodyOf(request: IncomingMessage, type: string, limit: number): Promise<Buffer> {
  if (request.headers['content-type'] !== type) throw new Refusal('内容的形式不对', 415);
  const tooLong = new Refusal(`太大了，最多 ${Math.round(limit / 1e6)} MB`, 413);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) throw tooLong;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Headers of every answer: nothing of the desk is kept, framed, or loads from elsewhere. */
export function headers(preview: string): Record<string, string> {
  return {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src ${preview}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
