/**
 * How a fault is told that the texts still have in many places while they are being mended: as a warning, which stops
 * nothing. 'error' as soon as `npm run check` tells of none.
 */
export const whileMending: 'error' | 'warning' = 'warning';
