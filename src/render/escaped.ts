import { stringifyEntities } from 'stringify-entities';

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export const escaped = (text: string) => stringifyEntities(text, { subset: ['&', '<', '>', '"'] });
