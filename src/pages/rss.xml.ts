import { site, urls } from '#site';
import { feed } from './_feed.ts';

export const GET = () => feed('rss.xml', site.name, site.description, urls.fixed('home'));
