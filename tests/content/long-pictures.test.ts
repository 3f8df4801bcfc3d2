import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { longPictures } from '#domain/print/long-picture.ts';
import { notFirst, notLast } from '#domain/site/share.ts';
import { longPicture } from '#render/long-picture.ts';
import { typeFace } from '#render/type-face.ts';
import { writtenCatalog } from './written.ts';

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
const regular = typeFace(readFileSync(font));
const pictures = longPictures(writtenCatalog(), { document: '指导意见', issuer: '办公厅' });
const site = { name: '站', address: 'https://towns.example/policies/environment/' };

describe.each(pictures.map((picture) => [`${picture.kind}/${picture.id}`, picture] as const))(
  'picture %s',
  (_id, picture) => {
    const lines: string[] = [];
    // Lost characters stop the drawing.
    const face = {
      ...regular,
      outline: (text: string) => {
        lines.push(text);
        return '';
      },
    };
    longPicture(picture, site, { bold: face, regular: face }, () => '#000');
    test('begins and ends no line with a mark that may not stand there', () => {
      // An address is broken where it has to be.
      const wrong = lines.filter((line) => notFirst.test(line[0] ?? '') || notLast.test(line.at(-1) ?? ''));
      expect(wrong).toEqual([]);
    });
    test('keeps within its edges', () => {
      expect(lines.filter((line) => regular.width(line, 34) > 936)).toEqual([]);
    });
  },
);
