import { securityText } from '#render/security-text.ts';
import { catalog } from '#catalog';
import { absolute, operator, urls } from '#site';

const { email } = operator;

/** security.txt (RFC 9116), only where there is somebody to write to. */
export function getStaticPaths() {
  return email ? [{ params: { file: 'security' } }] : [];
}

export const GET = () =>
  new Response(
    securityText({
      email,
      page: absolute(urls.file('.well-known/security.txt')),
      policy: absolute(urls.fixed('about')),
      newest: catalog.newest,
    }),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
