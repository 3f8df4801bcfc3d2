import { expect, test } from 'vitest';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { attr, byId, linksIn, page, textOf, withAttr } from './built-pages.ts';

const { permit } = readContent(contentDir, dataDir).content;
const rulesPage = page('/residence-permit/review/rules/');
const lawsPage = page('/residence-permit/review/laws/');
const clean = (text: string) => text.replace(/\s/g, '');

test.each(permit.rules.map(({ id, data }) => [id, data] as const))(
  'rule %s: its law, what stands on it, its text',
  (id, rule) => {
    const entry = byId(rulesPage.tree, id);
    if (!entry) throw new Error(`${id} is not there`);
    const text = clean(textOf(entry));
    for (const law of rule.law.split('；')) expect(text).toContain(clean(law));
    for (const { data } of permit.entitlements) {
      if (data.rules.includes(id)) expect(text).toContain(clean(data.name));
    }
    const links = linksIn(entry);
    for (const { id: decision, data } of permit.decisions) {
      if (data.rules.includes(id)) expect(links).toContain(`/residence-permit/review/#${decision}`);
    }
    const [told = ''] = links;
    const [path = '', anchor = ''] = told.split('#');
    const gist = byId(page(path).tree, anchor);
    expect(gist && clean(textOf(gist))).toContain(clean(rule.text));
    expect(gist && withAttr(gist, 'dataSource').map((mark) => attr(mark, 'dataSource'))).toEqual(rule.sources);
  },
);

test('article 9 of the decree: its rules and entitlements, worked out by hand', () => {
  const decree = withAttr(lawsPage.tree, 'dataLaw').find((law) => attr(law, 'dataLaw') === '居住证暂行条例');
  const article = decree && withAttr(decree, 'dataArticle').find((one) => attr(one, 'dataArticle') === '9');
  if (!article) throw new Error('no article 9');
  expect(textOf(article)).toContain('第九条');
  expect(linksIn(article)).toEqual(
    expect.arrayContaining(
      ['where-and-papers', 'who-can-apply-for-you', 'tell-once', 'fifteen-days'].map(
        (id) => `/residence-permit/review/rules/#${id}`,
      ),
    ),
  );
  expect(textOf(article)).toContain('申领居住证');
});

test('each law that an explainer cites leads to it and to its poster', () => {
  const decree = withAttr(lawsPage.tree, 'dataLaw').find((law) => attr(law, 'dataLaw') === '居住证暂行条例');
  const links = decree ? linksIn(decree) : [];
  expect(links).toEqual(expect.arrayContaining(['/policies/residence-permit/', '/posters/policies/residence-permit/']));
});

test('the two tables lead to each other', () => {
  expect(linksIn(rulesPage.tree)).toContain('/residence-permit/review/laws/');
  expect(linksIn(lawsPage.tree)).toContain('/residence-permit/review/rules/');
});
