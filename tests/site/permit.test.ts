import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { listedAs } from './built-pages.ts';

// The checker as a reader meets it: plain pages and links of the built site.
const folder = join(outDir, 'residence-permit');
const read = (address: string) => readFileSync(join(outDir, address, 'index.html'), 'utf-8');
const own = new Set(['review']);
const nodes = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !own.has(entry.name))
  .map(({ name }) => ({ name, html: read(`residence-permit/${name}`) }));
const results = nodes.filter(({ html }) => html.includes('data-result='));
const questions = nodes.filter(({ html }) => !html.includes('data-result='));

const optionsOf = (html: string) =>
  [...html.matchAll(/<a[^>]*data-option="([^"]+)"[^>]*>/g)].map(([tag, option = '']) => ({
    option,
    href: /href="([^"]+)"/.exec(tag)?.[1] ?? '',
  }));
const entitlements = (html: string, when: string) =>
  [...html.matchAll(/data-entitlement="([^"]+)"[^>]*data-when="([^"]+)"/g)]
    .filter((found) => found[2] === when)
    .map((found) => found[1]);
const steps = (html: string) => [...html.matchAll(/data-next-step="([^"]+)"/g)].map((found) => found[1]);

/** Follows the first option that fits, as a person with these answers would. */
function walk(answers: Record<string, string>): { html: string; taps: number } {
  let html = read('residence-permit');
  for (let taps = 0; taps <= 7; taps++) {
    if (html.includes('data-result=')) return { html, taps };
    const next = optionsOf(html).find(({ option }) => {
      const [question = '', answer] = option.split(':');
      return answers[question] === answer;
    });
    if (!next)
      throw new Error(
        `no option fits: ${optionsOf(html)
          .map(({ option }) => option)
          .join(' ')}`,
      );
    html = read(next.href);
  }
  throw new Error('no result after seven taps');
}

const settled = {
  hukou: 'outside',
  stay: 'half',
  proof: 'home',
  permit: 'current',
  child: 'none',
  settle: 'no',
  insured: 'here',
};

test('question and result pages are at most 1,500 in number', () => {
  expect(results.length).toBeGreaterThan(600);
  expect(questions.length).toBeGreaterThan(100);
  expect(nodes.length).toBeLessThanOrEqual(1500);
});

test('each page arrives whole within one congestion window', () => {
  // A quick compression first: what fits so fits the better for a server's slow one.
  const size = (html: string, quality: number) =>
    brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  const fits = (html: string) => size(html, 5) <= 14_600 || size(html, 11) <= 14_600;
  const heavy = nodes.filter(({ html }) => !fits(html)).map(({ name }) => name);
  expect(heavy).toEqual([]);
});

test('every option leads to a page that is there', () => {
  const dead = [{ name: '', html: read('residence-permit') }, ...questions].flatMap(({ html }) =>
    optionsOf(html).filter(({ href }) => !existsSync(join(outDir, href, 'index.html'))),
  );
  expect(dead).toEqual([]);
});

test('every result has something to use now, a next step, and says that the counter decides', () => {
  const poor = results.filter(
    ({ html }) =>
      entitlements(html, 'now').length === 0 || steps(html).length === 0 || !html.includes('以窗口答复为准'),
  );
  expect(poor).toEqual([]);
});

test('search engines are asked to list the start for question and result pages, which are in no sitemap or site search', () => {
  expect(
    nodes.filter((node) => listedAs(node) !== '/residence-permit/' || node.html.includes('data-pagefind-body')),
  ).toEqual([]);
  const sitemap = readdirSync(outDir)
    .filter((name) => /^sitemap-\d+\.xml$/.test(name))
    .map((name) => readFileSync(join(outDir, name), 'utf-8'))
    .join('');
  expect(sitemap).toContain('/residence-permit/</loc>');
  expect(sitemap).not.toMatch(/\/residence-permit\/h\d/);
});

test('no page asks for anything in writing or sets a cookie', () => {
  const asking = nodes.filter(({ html }) =>
    /<(?:textarea|select)\b|<input(?![^>]*name="q")|document\.cookie/.test(html),
  );
  expect(asking).toEqual([]);
});

describe('walks written from the law', () => {
  test('registered less than half a year: the permit comes later, the registration counts on', () => {
    const { html } = walk({ ...settled, stay: 'short', permit: 'none' });
    expect(entitlements(html, 'now')).not.toContain('apply-permit');
    expect(entitlements(html, 'now')).not.toContain('permit-guarantee');
    expect(entitlements(html, 'later')).toContain('permit-guarantee');
  });
  test('a lapsed permit is restored first (条例第十条)', () => {
    const { html } = walk({ ...settled, permit: 'expired' });
    expect(steps(html)[0]).toBe('re-endorse');
    expect(entitlements(html, 'now')).not.toContain('permit-guarantee');
  });
  test('a child of school age has the right to school with or without the permit (义务教育法第十二条)', () => {
    for (const permit of ['current', 'none']) {
      const { html } = walk({ ...settled, permit, child: 'compulsory' });
      expect(entitlements(html, 'now')).toContain('compulsory-right');
      expect(steps(html)).toContain('school-enrol');
    }
  });
  test('settling does not need the permit first', () => {
    const { html } = walk({ ...settled, permit: 'none', settle: 'yes' });
    expect(entitlements(html, 'now')).toContain('settle-hukou');
  });
  test('insured back home: filing before seeing a doctor from another province, mostly none within this one', () => {
    const elsewhere = walk({ ...settled, insured: 'resident-home' }).html;
    expect(entitlements(elsewhere, 'now')).toContain('remote-medical-filing');
    const sameProvince = walk({ ...settled, hukou: 'province', insured: 'resident-home' }).html;
    expect(entitlements(sameProvince, 'now')).toContain('remote-medical-no-filing');
  });
  test('nobody taps more than six times', () => {
    expect(walk({ ...settled, permit: 'none', child: 'compulsory' }).taps).toBeLessThanOrEqual(6);
  });
});
