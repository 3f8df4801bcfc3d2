import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { attr, elements, listedAs, named, page, pages, textOf } from './built-pages.ts';

// The checker as a reader meets it: plain pages and links of the built site.
const read = (address: string) =>
  readFileSync(join(outDir, new URL(address, 'http://site').pathname, 'index.html'), 'utf-8');
const needs = [...read('/residence-permit/').matchAll(/<a[^>]*data-topic="([^"]+)"[^>]*>/g)].map(([tag, id = '']) => ({
  id,
  href: /href="([^"]+)"/.exec(tag)?.[1] ?? '',
}));
const steps = /^\/residence-permit\/(?!review\/|for\/|dates\/)[a-z-]+\/(?!blank\/)/;
const nodes = pages.filter(({ path }) => steps.test(path));
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
const nextSteps = (html: string) => [...html.matchAll(/data-next-step="([^"]+)"/g)].map((found) => found[1]);

/** Follows the options that fit from the first page of a need, as a person with these answers would. */
function walk(need: string, answers: Record<string, string>): { html: string; taps: number } {
  let html = read(needs.find(({ id }) => id === need)?.href ?? '/nowhere/');
  for (let taps = 0; taps <= 4; taps++) {
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
  throw new Error('no result after four taps');
}

test('the entrances are the needs, and each leads to its first question or straight to its sheet', () => {
  expect(needs.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['permit', 'school', 'insurance', 'settle', 'wages', 'baby', 'housing', 'papers']),
  );
  for (const { href } of needs) expect(read(href)).toMatch(/data-option=|data-result=/);
});

test('pages of the needs add up to less than the fifth part of what they were when every answer multiplied every other', () => {
  expect(questions.length).toBeGreaterThan(20);
  expect(results.length).toBeGreaterThan(30);
  expect(nodes.length).toBeLessThanOrEqual(1204 / 5);
});

test('every option leads to a page that is there', () => {
  const dead = questions.flatMap(({ html }) =>
    optionsOf(html).filter(({ href }) => !existsSync(join(outDir, href.replace(/#.*/, ''), 'index.html'))),
  );
  expect(dead).toEqual([]);
});

test('every sheet has something to ask for, a next step, the law open to see, and says that the counter decides', () => {
  const poor = results.filter(({ html, tree }) => {
    const sheet = elements(tree, (element) => attr(element, 'dataResult') !== undefined)[0] ?? tree;
    const rights = elements(sheet, (element) => attr(element, 'dataEntitlement') !== undefined);
    return (
      rights.length === 0 ||
      nextSteps(html).length === 0 ||
      !html.includes('以窗口答复为准') ||
      named(sheet, 'details').length > 0 ||
      rights.some((right) => elements(right, (element) => attr(element, 'dataSource') !== undefined).length === 0)
    );
  });
  expect(poor.map(({ path }) => path)).toEqual([]);
});

test('every sheet leads on to all other needs and to a blank form', () => {
  const alone = results.filter(({ html, path }) => {
    const own = path.split('/')[2] ?? '';
    return (
      !html.includes(`/residence-permit/${own}/blank/`) ||
      needs.some(({ id }) => id !== own && !new RegExp(`href="/residence-permit/${id}/[^"]*#here"`).test(html))
    );
  });
  expect(alone.map(({ path }) => path)).toEqual([]);
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
  expect(sitemap).not.toMatch(/\/residence-permit\/permit\//);
});

test('no question or sheet asks for anything in writing or sets a cookie', () => {
  const asking = nodes.filter(({ html }) =>
    /<(?:textarea|select)\b|<input(?![^>]*name="q")|document\.cookie/.test(html),
  );
  expect(asking.map(({ path }) => path)).toEqual([]);
});

describe('walks written from the law', () => {
  const worker = {
    hukou: 'outside',
    permit: 'none',
    stay: 'half',
    proof: 'job',
    child: 'compulsory',
    insured: 'resident-home',
  };

  test('省办法第八、九条: half a year and a labour contract: apply, with identity card, photo and the contract, free, in 15 days', () => {
    const { html, taps } = walk('permit', worker);
    expect(entitlements(html, 'now')).toEqual(expect.arrayContaining(['apply-permit', 'office-duties']));
    expect(nextSteps(html)[0]).toBe('apply-permit-step');
    for (const words of ['身份证', '照片', '头一次免费', '15天', '可以再延10天', '第十二条'])
      expect(html).toContain(words);
    expect(taps).toBe(4);
  });
  test('省办法第十条: registered less than half a year: nobody waits, the three texts stand there, and one goes to ask with the dated contract', () => {
    const { html } = walk('permit', { ...worker, stay: 'short' });
    expect(entitlements(html, 'maybe')).toContain('apply-permit');
    expect(nextSteps(html)[0]).toBe('ask-with-dated-proof');
    for (const words of ['省办法看证明上写的日期', '2018年的报道说看登记', '满180天', '不用干等'])
      expect(html).toContain(words);
  });
  test('省办法第十八条: a permit of another city of the province is changed for one of this city', () => {
    const { html, taps } = walk('permit', { ...worker, permit: 'another-city' });
    expect(entitlements(html, 'now')).toContain('permit-from-another-city');
    expect(nextSteps(html)).toEqual(['change-permit-city']);
    expect(html).toContain('第十八、二十五条');
    expect(taps).toBe(2);
  });
  test('省办法第十三条: a lapsed permit is endorsed first; its use comes back, the years count from then', () => {
    const { html } = walk('permit', { ...worker, permit: 'expired' });
    expect(nextSteps(html)[0]).toBe('re-endorse');
    expect(entitlements(html, 'now')).not.toContain('permit-guarantee');
    expect(html).toContain('居住年限从补签那天起连续算');
  });
  test('义务教育法第十二条: a child of school age has the right to school with or without the permit', () => {
    for (const permit of ['current', 'none', 'another-city']) {
      const { html } = walk('school', { ...worker, permit });
      expect(entitlements(html, 'now')).toContain('compulsory-right');
      expect(nextSteps(html)).toContain('school-enrol');
    }
  });
  test('社会保险法第二十九条: insured back home, one files before seeing a doctor from another province, mostly not within this one', () => {
    expect(entitlements(walk('insurance', worker).html, 'now')).toContain('remote-medical-filing');
    const sameProvince = walk('insurance', { ...worker, hukou: 'province' }).html;
    expect(entitlements(sameProvince, 'now')).toContain('remote-medical-no-filing');
  });
  test('仲裁法第二十九、四十三条: unpaid wages take no question, and say what the offices owe', () => {
    const { html, taps } = walk('wages', {});
    expect(taps).toBe(0);
    expect(entitlements(html, 'now')).toEqual(
      expect.arrayContaining(['wage-claim', 'legal-aid-wages', 'wage-office-duties']),
    );
    for (const words of ['五天内决定受不受理', '四十五天内', 'href="tel:12333"']) expect(html).toContain(words);
  });
});

describe('pages for those who ask for others', () => {
  test.each(['landlord', 'employer', 'agency', 'community'])(
    '%s: duties and limits, each with its article, and forms',
    (id) => {
      const { tree, html } = page(`/residence-permit/for/${id}/`);
      const items = ['duties', 'limits'].flatMap((name) =>
        elements(tree, (element) => attr(element, 'ariaLabelledBy') === name).flatMap((section) =>
          named(section, 'li'),
        ),
      );
      expect(items.length).toBeGreaterThanOrEqual(5);
      expect(items.filter((item) => !/第.+条/u.test(textOf(item)))).toEqual([]);
      expect(html).toContain('/residence-permit/permit/blank/10/');
    },
  );
  test('the employer shows the six services and nine conveniences with their articles', () => {
    const text = textOf(named(page('/residence-permit/for/employer/').tree, 'main')[0] ?? page('/').tree);
    for (const words of [
      '法律援助和其他法律服务',
      '申领机动车驾驶证',
      '第十四条（六）',
      '第十五条（九）',
      '依法办理工商登记注册的，享受规定的优惠待遇',
    ])
      expect(text).toContain(words);
  });
});
