import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrSvg } from '#render/qr.ts';

test.each(['http://127.0.0.1:4321/', 'https://www.example.gov.cn/ztzl/xcz/policies/rural-integration/'])(
  'the code of %s is read back as it was written',
  async (address) => {
    for (const ecc of ['L', 'M'] as const) {
      const svg = qrSvg(address, ecc).replace(
        '<svg ',
        '<svg xmlns="http://www.w3.org/2000/svg" stroke="#000" width="400" ',
      );
      const { data, info } = await sharp(Buffer.from(svg))
        .flatten({ background: '#fff' })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(decodeQR({ data: new Uint8ClampedArray(data), width: info.width, height: info.height })).toBe(address);
    }
  },
);
