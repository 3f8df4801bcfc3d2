import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { needSettings } from '#content-io/read.ts';
import { dataDir } from '../../scripts/paths.ts';
import {
  attr,
  byId,
  elements,
  findable,
  framed,
  kindOf,
  linksIn,
  metas,
  named,
  pages,
  siteFile,
  textOf,
  listedAs,
} from './built-pages.ts';

const { operator } = needSettings(dataDir);

/** Addresses of the pages for which something does not hold. */
const except = (holds: (one: (typeof pages)[number]) => boolean) =>
  framed.filter((one) => !holds(one)).map(({ path }) => path);

test('pictures of the icon have the size the manifest names, and pages show one of them', async () => {
  const { icons } = JSON.parse(siteFile('manifest.webmanifest')) as { icons: { src: string; sizes: string }[] };
  const pictures = icons.filter(({ sizes }) => sizes !== 'any');
  expect(pictures.map(({ sizes }) => sizes)).toEqual(['192x192']);
  for (const { src, sizes } of pictures) {
    const { format, width, height, hasAlpha } = await sharp(join(outDir, src)).metadata();
    expect([format, `${width}x${height}`, hasAlpha]).toEqual(['png', sizes, false]);
  }
  const icon = (rel: string) =>
    except(({ tree }) => {
      const links = named(tree, 'link').filter((link) => String(attr(link, 'rel')) === rel);
      return links.length === 1 && links.every((link) => pictures.some(({ src }) => src === attr(link, 'href')));
    });
  expect([...icon('icon'), ...icon('apple-touch-icon')]).toEqual([]);
});

test('the site has its pages', () => {
  expect(pages.length).toBeGreaterThanOrEqual(40);
});

describe('every page', () => {
  test('says that it is Chinese', () => {
    expect(
      except(
        ({ tree }) =>
          named(tree, 'html')
            .map((html) => attr(html, 'lang'))
            .join(' ') === 'zh-CN',
      ),
    ).toEqual([]);
  });
  test('has one h1, with text, inside main', () => {
    expect(
      except(({ tree }) => {
        const all = named(tree, 'h1');
        const inside = named(tree, 'main').flatMap((main) => named(main, 'h1'));
        return all.length === 1 && inside.length === 1 && textOf(all[0] ?? tree).trim() !== '';
      }),
    ).toEqual([]);
  });
  test('has one main, one header, one footer', () => {
    // A header inside main is that of a part, a sheet for the counter for one.
    expect(
      except(({ tree }) => {
        const inMain = named(tree, 'main').flatMap((main) => named(main, 'main', 'header', 'footer'));
        return ['main', 'header', 'footer'].every(
          (tag) => named(tree, tag).filter((element) => !inMain.includes(element)).length === 1,
        );
      }),
    ).toEqual([]);
  });
  test('skips no level of heading', () => {
    expect(
      except(({ tree }) => {
        const levels = named(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName.slice(1)));
        return levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1);
      }),
    ).toEqual([]);
  });
  test('begins with a skip link into main, and main can take the focus', () => {
    expect(
      except(({ tree }) => {
        const [first] = linksIn(named(tree, 'body')[0] ?? tree);
        const target = byId(tree, first?.slice(1) ?? '');
        return first?.startsWith('#') === true && target?.tagName === 'main' && attr(target, 'tabIndex') === '-1';
      }),
    ).toEqual([]);
  });
  test('names every region, and no two alike', () => {
    // What screen readers list as regions; a section or form without a name is none.
    const alike = framed.flatMap(({ path, tree }) => {
      const names = elements(
        tree,
        (one) => ['nav', 'aside', 'section', 'form'].includes(one.tagName) || attr(one, 'role') === 'region',
      ).flatMap((one) => {
        const named = [attr(one, 'ariaLabelledBy')].flatMap((id) => (id ? (byId(tree, id) ?? []) : []));
        const name = attr(one, 'ariaLabel') ?? named.map(textOf).join('').trim();
        return name !== '' || one.tagName === 'nav' || one.tagName === 'aside' ? [name] : [];
      });
      return names.filter((name, n) => name === '' || names.indexOf(name) < n).map((name) => `${path} 「${name}」`);
    });
    expect(alike).toEqual([]);
  });
  test('has at most one place that speaks up by itself', () => {
    expect(
      except(
        ({ tree }) =>
          elements(
            tree,
            (one) => ['status', 'alert'].includes(attr(one, 'role') ?? '') || attr(one, 'ariaLive') !== undefined,
          ).length <= 1,
      ),
    ).toEqual([]);
  });
  test('has one canonical address: its own, and a view of another page the address of that page', () => {
    const own = new Set(findable.map(({ path }) => path));
    const views =
      /^\/(?:residence-permit\/.+|cases\/(?:theme|county|type|year|with-figures)\/|(?:posters|pictures|charts)\/\w+\/)/;
    expect(
      except((one) => {
        const links = named(one.tree, 'link').filter((link) => attr(link, 'rel') === 'canonical');
        const isView = views.test(one.path) && own.has(listedAs(one));
        return links.length === 1 && (isView || listedAs(one) === encodeURI(one.path));
      }),
    ).toEqual([]);
  });
  test('that can be found has a title and a description of its own', () => {
    const titles = findable.map(({ tree }) => textOf(named(tree, 'title')[0] ?? tree));
    const descriptions = findable.map(({ tree }) => metas(tree, 'description'));
    expect(descriptions.filter((list) => list.length !== 1 || (list[0] ?? '').trim().length < 4)).toEqual([]);
    for (const texts of [titles, descriptions.flat()])
      expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
  });
  test('can be searched from its header, without a script', () => {
    expect(
      except(({ tree }) =>
        named(tree, 'form').some(
          (form) =>
            attr(form, 'action') === '/search/' && elements(form, (field) => attr(field, 'name') === 'q').length === 1,
        ),
      ),
    ).toEqual([]);
  });
  test('lets the reader zoom', () => {
    expect(
      except(({ tree }) => {
        const viewport = named(tree, 'meta').find((meta) => attr(meta, 'name') === 'viewport');
        const content = viewport ? (attr(viewport, 'content') ?? '') : '';
        return content.includes('width=device-width') && !/user-scalable|maximum-scale/.test(content);
      }),
    ).toEqual([]);
  });
  test('says in the footer who runs it, or that this is a demonstration', () => {
    const says = operator.name === '' ? '演示版本，非政府网站' : `主办单位：${operator.name}`;
    expect(except(({ tree }) => textOf(named(tree, 'footer')[0] ?? tree).includes(says))).toEqual([]);
  });
  test('has text of its own beside the frame', () => {
    expect(except(({ tree }) => textOf(named(tree, 'main')[0] ?? tree).trim().length > 60)).toEqual([]);
  });
});

test('every entry shows when it was published and last changed', () => {
  const without = pages
    .filter((one) => kindOf(one) === 'content')
    .filter(
      ({ tree }) => named(tree, 'time').filter((time) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(textOf(time))).length < 2,
    );
  expect(without.map(({ path }) => path)).toEqual([]);
});
