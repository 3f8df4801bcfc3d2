import { describe, expect, test } from 'vitest';
import { createUrls, fixedPages, isKnownAddress } from '#domain/site/urls.ts';

describe.each([['/'], ['/ztzl/xcz/']])('under %s', (base) => {
  const urls = createUrls(base);
  test('every address begins with the base', () => {
    expect(urls.fixed('home')).toBe(base);
    expect(urls.fixed('permit')).toBe(`${base}residence-permit/`);
    expect(urls.fixed('targets')).toBe(`${base}data/targets/`);
    expect(urls.place('wulajie')).toBe(`${base}places/wulajie/`);
    expect(urls.policy('land')).toBe(`${base}policies/land/`);
    expect(urls.cluster('ring')).toBe(`${base}clusters/ring/`);
    expect(urls.case('panshi-toilets')).toBe(`${base}cases/panshi-toilets/`);
    expect(urls.entry('cases', 'panshi-toilets')).toBe(`${base}cases/panshi-toilets/`);
    expect(urls.clause('2-4-1')).toBe(`${base}document/#c-2-4-1`);
    expect(urls.source('a5')).toBe(`${base}sources/#a5`);
    expect(urls.term('liuqing')).toBe(`${base}glossary/#liuqing`);
    expect(urls.file('data/places.csv')).toBe(`${base}data/places.csv`);
  });
  test('an address a writer wrote from / is moved below the base', () => {
    expect(urls.internal('/places/wulajie/#facts')).toBe(`${base}places/wulajie/#facts`);
    expect(urls.internal('/')).toBe(base);
  });
});

test('every fixed page has an address of its own that ends in a slash', () => {
  const urls = createUrls('/');
  const addresses = (Object.keys(fixedPages) as (keyof typeof fixedPages)[]).map((name) => urls.fixed(name));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => !/^\/(?:[a-z-]+\/)*$/.test(address))).toEqual([]);
});

describe('a link in prose', () => {
  const known = (address: string) =>
    isKnownAddress(address, (kind, id) => kind === 'places' && ['wulajie', 'hantun'].includes(id));
  test.each([
    ['/'],
    ['/places/'],
    ['/places/wulajie/'],
    ['/places/wulajie/#facts'],
    ['/data/targets/'],
    ['/document/#c-3-8'],
  ])('%s leads to a page', (address) => {
    expect(known(address)).toBe(true);
  });
  test.each([
    ['/places/nosuchtown/'],
    ['/policies/wulajie/'],
    ['/places/wulajie'],
    ['places/wulajie/'],
    ['/places/wulajie/more/'],
    ['https://example.com/'],
    ['#facts'],
    [''],
  ])('「%s」 leads nowhere', (address) => {
    expect(known(address)).toBe(false);
  });
});
