import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressFault, siteSettings } from '../../../src/build/settings.ts';

test.each([
  [{}, 'http://127.0.0.1:4321', '/'],
  [{ SITE_URL: '', BASE_PATH: '' }, 'http://127.0.0.1:4321', '/'],
  [{ SITE_URL: 'https://www.example.gov.cn', BASE_PATH: '/ztzl/xcz/' }, 'https://www.example.gov.cn', '/ztzl/xcz/'],
  [{ SITE_URL: 'http://[fd00::1]:8080', BASE_PATH: '' }, 'http://[fd00::1]:8080', '/'],
  [{ SITE_URL: 'http://10.1.2.3', BASE_PATH: '' }, 'http://10.1.2.3', '/'],
  [{ SITE_URL: 'http://例子.中国/', BASE_PATH: '/x' }, 'http://例子.中国/', '/x'],
])('%j is in order', (env, site, base) => {
  expect(siteSettings(env)).toEqual({ site, base, faults: [] });
});

test.each([
  ['SITE_URL', 'www.example.gov.cn', '没有 https:// 或 http://'],
  ['SITE_URL', 'ftp://example.gov.cn', '不是 https:// 或 http:// 开头'],
  ['SITE_URL', 'javascript:alert(1)', '没有 https:// 或 http://'],
  ['SITE_URL', 'https://user:secret@example.gov.cn', '里面有用户名或密码'],
  ['SITE_URL', 'https://example .gov.cn', '中间有空格'],
  ['SITE_URL', 'https://', '不是网址'],
  ['SITE_URL', 'https://example.gov.cn/?a=1', '后面有 ? 或 #'],
  ['SITE_URL', 'https://example.gov.cn/ztzl/', '后面有文件夹 /ztzl/'],
  ['SITE_URL', 'https://www..gov.cn', '域名里有空的一段'],
  ['SITE_URL', 'https://www.example.gov.cn.', '域名里有空的一段'],
  ['SITE_URL', 'https://-a.gov.cn', '域名里有空的一段，或者一段的头尾是连字符'],
  ['SITE_URL', 'https://a-.gov.cn', '域名里有空的一段，或者一段的头尾是连字符'],
  ['SITE_URL', `https://${'a'.repeat(43)}`, '有 51 个字符，海报和图上印不下'],
  ['BASE_PATH', `/${'a'.repeat(40)}`, '有 41 个字符，海报和图上印不下'],
  ['BASE_PATH', '/a b/', '里面有空格'],
  ['BASE_PATH', ' ', '里面有空格'],
  ['BASE_PATH', '/a/../b/', '里面有 . 或 ..'],
  ['BASE_PATH', '/a?b', '有字母、数字、连字符以外的字'],
  ['BASE_PATH', '/a#b', '有字母、数字、连字符以外的字'],
  ['BASE_PATH', '/专题/', '有字母、数字、连字符以外的字'],
  ['BASE_PATH', '\\a\\', '有字母、数字、连字符以外的字'],
  ['BASE_PATH', '//a/', '有两条斜线连在一起'],
  ['BASE_PATH', 'https://example.gov.cn/a/', '是整个网址'],
])('%s=%j is one line in Chinese with a remedy', (name, value, says) => {
  const { faults } = siteSettings({ [name]: value });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^\w+: 写的是「.*」，.+ — .*[一-鿿]/u);
  expect(faults[0]?.startsWith(`${name}: 写的是「${value}」，${says}`), faults[0]).toBe(true);
});

test('both settings are told at once', () => {
  expect(siteSettings({ SITE_URL: 'x', BASE_PATH: '//' }).faults).toHaveLength(2);
});

test.each([
  ['http://127.0.0.1:4321', false],
  ['http://localhost', false],
  ['https://LocalHost:8443/ztzl', false],
  ['http://[::1]:4321', false],
  ['', false],
  ['https://www.example.gov.cn', true],
  ['https://www.example.gov.cn/ztzl', true],
  ['http://例子.中国', true],
  // A network of the government has such addresses.
  ['http://10.1.2.3', true],
  ['https://127.example.cn', true],
])('a site made for %j: to be published is %s', (site, isPublic) => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nSitemap: ${site}/sitemap-index.xml\n`);
  const fault = addressFault(folder);
  rmSync(folder, { recursive: true });
  if (isPublic) expect(fault).toBeUndefined();
  else expect(fault).toMatch(/^SITE_URL: 生成网站时没有写.* — 写上重新生成/);
});
