import { urls } from '#site';

export const GET = () =>
  new Response(
    `User-agent: *\nAllow: /\nSitemap: ${new URL(urls.file('sitemap-index.xml'), import.meta.env.SITE).href}\n`,
  );
