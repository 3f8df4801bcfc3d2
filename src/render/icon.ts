import type { Colours } from './colours.ts';

/** The sign of the site: a sun over a river, 64 units wide. */
export function iconSvg(colour: Colours, colourOnDark: Colours): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
    `<rect width="64" height="64" rx="8" fill="${colour('river')}"/>` +
    `<path d="M10 40c8-10 14 4 22-4s14-4 22-2" fill="none" stroke="${colour('paper')}" stroke-width="5" stroke-linecap="round"/>` +
    `<circle cx="32" cy="22" r="8" fill="${colourOnDark('rice')}"/></svg>\n`
  );
}
