import type { APIRoute, GetStaticPaths } from 'astro';
import type { Poster } from '#domain/print/poster.ts';
import { typedAddress } from '#domain/site/urls.ts';
import { posterPicture } from '#render/poster-picture.ts';
import drawing from '#render/poster-picture.ts?raw';
import art from '#render/cover-art.ts?raw';
import qr from '#render/qr.ts?raw';
import sheet from '#render/sheet.ts?raw';
import { catalog } from '#catalog';
import { colour, signedBy, site } from '#site';
import { pictureFile } from '../../../_picture-file.ts';
import { codeOf, drawn, target } from '../../_pdfs.ts';

export const getStaticPaths: GetStaticPaths = () =>
  drawn.map((poster) => ({ params: { kind: poster.kind, id: poster.id }, props: { poster } }));

export const GET: APIRoute<{ poster: Poster }> = ({ props: { poster } }) => {
  const own = {
    document: site.document,
    issuer: site.issuer,
    name: signedBy,
    address: typedAddress(target(poster)),
    code: codeOf(poster),
  };
  const roles = poster.art.map(catalog.role);
  return pictureFile('png', [poster, roles, own], [drawing, sheet, art, qr], (faces) =>
    posterPicture(poster, roles, own, faces, colour),
  );
};
