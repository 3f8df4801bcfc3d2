import { expect, test } from 'vitest';
import { createRuby } from '#render/ruby.ts';

test('a hard character has its reading where it first stands, and there only, for the eye alone', () => {
  const ruby = createRuby([{ id: 'la', character: '砬', pinyin: 'lá' }]);
  expect(ruby('红石砬子、砬')).toBe('红石<ruby>砬<rt inert>lá</rt></ruby>子、砬');
  expect(ruby('红石砬子')).toBe('红石砬子');
});
