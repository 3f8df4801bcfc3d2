import { site, urls } from '#site';
import { feed } from './_feed.ts';

export const GET = () => feed(site.name, site.description, urls.fixed('home'));
