/** Days a statement holds; RFC 9116 asks for less than a year. */
const validDays = 330;

/** Whom to tell of a hole in the site. The day it expires follows from the last change of the content: a build has no clock. */
export function securityText(site: { email: string; page: string; policy: string; newest: string }): string {
  const [year = 2026, month = 1, day = 1] = site.newest.slice(0, 10).split('-').map(Number);
  const expires = new Date(Date.UTC(year, month - 1, day + validDays)).toISOString().replace('.000', '');
  return [
    `Contact: mailto:${site.email}`,
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${site.page}`,
    `Policy: ${site.policy}`,
    '',
  ].join('\n');
}
