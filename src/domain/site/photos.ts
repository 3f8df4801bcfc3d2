/** Widths photographs are offered in, pixels: a phone, and a wide screen. */
export const photoWidths = [480, 960] as const;

/** Photographs are shown in one shape, so that the page does not move when they come: 3 to 2. */
export const photoShape = { width: 960, height: 640 } as const;
