import { expect, test } from 'vitest';
import { embedCode } from '#domain/citing/cite-page.ts';

test('the code to embed a page stays one attribute long whatever the title holds', () => {
  expect(embedCode({ url: 'https://x.cn/embed/a/', title: '"十三五" & <镇>', width: 320, height: 560 })).toBe(
    '<iframe src="https://x.cn/embed/a/" title="&#34;十三五&#34; &#38; &#60;镇&#62;" width="320" height="560" style="border:0" loading="lazy"></iframe>',
  );
});
