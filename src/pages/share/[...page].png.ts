import type { APIRoute, GetStaticPaths } from 'astro';
import { type ShareText, shareTexts } from '#domain/site/share.ts';
import { sharePicture } from '#render/share-picture.ts';
import artSource from '#render/cover-art.ts?raw';
import pictureSource from '#render/share-picture.ts?raw';
import { catalog } from '#catalog';
import { colour, site } from '#site';
import { pictureFile } from '../_picture-file.ts';

export const getStaticPaths: GetStaticPaths = () =>
  shareTexts(catalog, site).map((share) => ({ params: { page: `${share.kind}/${share.id}` }, props: { share } }));

export const GET: APIRoute<{ share: ShareText }> = ({ props: { share } }) =>
  pictureFile('png', [share, site.name], [artSource, pictureSource], (faces) =>
    sharePicture(share, site.name, faces, colour),
  );
