import { type LongPicture, longPictures } from '#domain/print/long-picture.ts';
import { catalog } from '#catalog';
import { operator, absolute, site, urls } from '#site';

export const pictures = longPictures(catalog, site);

/** Who publishes it, and the page a picture sends its reader to: the one that says it all. */
export const siteOf = ({ kind, id }: LongPicture) => ({
  name: operator.name || `${site.short}（非政府网站）`,
  address: absolute(pageOf({ kind, id })),
});
export const pageOf = ({ kind, id }: Pick<LongPicture, 'kind' | 'id'>) =>
  kind === 'permit' ? urls.permit(id) : urls.entry(kind, id);
