import type { Motif, Role } from '#schemas/city.ts';

/** Ore facets, rime twigs, eaves, market awnings, rice rows, road interchange; river waves for roles without a motif. */
const motifs: Record<Motif, { width: number; path: string }> = {
  ore: { width: 60, path: 'M0 46L20 14L38 30L60 8M20 14L24 46M38 30L42 46' },
  twigs: { width: 48, path: 'M24 48V10M24 22L12 12M24 22L36 12M24 34L10 24M24 34L38 24' },
  eaves: { width: 80, path: 'M0 24Q20 24 40 8Q60 24 80 24M8 30H72M16 30V48M64 30V48' },
  awnings: { width: 56, path: 'M0 16H56M4 16V28Q11 36 18 28V16M18 28Q28 36 38 28V16M38 28Q46 36 52 28V16' },
  rice: { width: 40, path: 'M20 48Q18 28 26 10M22 34L12 26M23 26L33 22M24 20L16 13' },
  roads: { width: 96, path: 'M0 36Q48 36 48 8M96 36Q48 36 48 8M0 44H96' },
};
const river = { width: 64, path: 'M0 28Q16 18 32 28T64 28M0 40Q16 30 32 40T64 40' };

/** A strip of pattern as SVG, from the types a place has; the same input always gives the same picture. */
export function coverArt(roles: readonly Pick<Role, 'motif'>[], id: string, height = 52): string {
  const own = roles.flatMap(({ motif }) => (motif ? motifs[motif] : []));
  const patterns = (own.length > 0 ? own : [river]).map(({ width, path }, index, all) => {
    const part = 100 / all.length;
    return {
      defs: `<pattern id="m-${id}-${index}" width="${width}" height="52" patternUnits="userSpaceOnUse"><path d="${path}"/></pattern>`,
      rect: `<rect x="${index * part}%" width="${part}%" height="${height}" fill="url(#m-${id}-${index})"/>`,
    };
  });
  return `<svg width="100%" height="${height}">${patterns.map(({ defs }) => defs).join('')}${patterns.map(({ rect }) => rect).join('')}</svg>`;
}

/** The same inside a larger drawing, whose strokes are no edges of the pattern. */
export const coverWithin = (
  roles: readonly Pick<Role, 'motif'>[],
  id: string,
  width: number,
  height?: number,
): string =>
  coverArt(roles, id, height)
    .replaceAll('width="100%"', `width="${width}"`)
    .replaceAll('<rect ', '<rect stroke="none" ');
