import { colour, site, urls } from '#site';
import { iconSize } from './_icon.ts';

/** Names the site for a bookmark on a phone's screen. `browser` keeps the address bar and asks nobody to install anything. */
export const GET = () =>
  new Response(
    JSON.stringify({
      name: site.name,
      short_name: site.short,
      description: site.description,
      lang: 'zh-CN',
      dir: 'ltr',
      start_url: urls.fixed('home'),
      scope: urls.fixed('home'),
      display: 'browser',
      background_color: colour('paper'),
      theme_color: colour('river'),
      icons: [
        { src: urls.file('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
        { src: urls.file('icon.png'), sizes: `${iconSize}x${iconSize}`, type: 'image/png' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json; charset=utf-8' } },
  );
