import { site, urls } from '#site';

export const GET = () => {
  const search = new URL(urls.fixed('search'), import.meta.env.SITE).href;
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${site.short}</ShortName>
<Description>${site.description}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${search}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
};
