import { type LongPicture, longPictures } from '#domain/print/long-picture.ts';
import { catalog } from '#catalog';
import { absolute, signedBy, site, urls } from '#site';

export const pictures = longPictures(catalog, site);

/** Who publishes it, and the page a picture sends its reader to: the one that says it all. */
export const siteOf = ({ kind, id }: LongPicture) => ({
  name: signedBy,
  address: absolute(pageOf({ kind, id })),
});
export const pageOf = ({ kind, id }: Pick<LongPicture, 'kind' | 'id'>) =>
  kind === 'permit' ? urls.permit(id) : urls.entry(kind, id);
