import type { APIRoute, GetStaticPaths } from 'astro';
import type { LongPicture } from '#domain/print/long-picture.ts';
import { longPicture } from '#render/long-picture.ts';
import drawing from '#render/long-picture.ts?raw';
import sheet from '#render/sheet.ts?raw';
import qr from '#render/qr.ts?raw';
import { colour } from '#site';
import { pictureFile } from '../../_picture-file.ts';
import { pictures, siteOf } from '../_pictures.ts';

export const getStaticPaths: GetStaticPaths = () =>
  pictures.map((picture) => ({ params: { kind: picture.kind, id: picture.id }, props: { picture } }));

export const GET: APIRoute<{ picture: LongPicture }> = ({ props: { picture } }) => {
  const site = siteOf(picture);
  return pictureFile('png', [picture, site], [drawing, sheet, qr], (faces) =>
    longPicture(picture, site, faces, colour),
  );
};
