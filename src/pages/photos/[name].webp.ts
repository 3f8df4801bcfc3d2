import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { photoShape, photoWidths } from '#domain/site/photos.ts';
import { photoFile } from '#content-io/photos.ts';
import { catalog } from '#catalog';

/** Photographs of places, resized; metadata (position, camera, owner) is not passed on. */
export const getStaticPaths: GetStaticPaths = () =>
  catalog.places.flatMap(({ id, path, data: { photo } }) =>
    photo
      ? photoWidths.map((width) => ({
          params: { name: `${id}-${width}` },
          props: { file: photoFile(path, photo.file), width },
        }))
      : [],
  );

export const GET: APIRoute<{ file: string; width: number }> = async ({ props: { file, width } }) => {
  const image = await sharp(file)
    .rotate()
    .resize({ width, height: Math.round((width * photoShape.height) / photoShape.width), fit: 'cover' })
    .webp({ quality: 70 })
    .toBuffer();
  return new Response(new Uint8Array(image), { headers: { 'content-type': 'image/webp' } });
};
