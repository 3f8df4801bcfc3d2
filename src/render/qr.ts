import { encode } from 'uqr';

/** Any mask can be read; to try all eight and keep the best takes longer than to make the rest of the page. */
const maskPattern = 3;

/** A QR code (二维码) as one SVG path: about 350 bytes of a compressed page. `ecc` M bears dirt and creases on a board. */
export function qrSvg(address: string, ecc: 'L' | 'M' = 'L'): string {
  const { data, size } = encode(address, { ecc, border: 0, maskPattern });
  const path = data.map((row, y) => rowPath(row, y)).join('');
  // Half a module up, so that strokes fall on the modules; four modules of quiet zone around.
  return `<svg class="qr" viewBox="-4 -4.5 ${size + 8} ${size + 8}" role="img" aria-label="本页二维码"><path d="${path}"/></svg>`;
}

/** The same inside a larger drawing, whose strokes have no colour of their own. */
export function qrWithin(
  address: string,
  { x, y, size, ink }: { x: number; y: number; size: number; ink: string },
): string {
  const box = `<svg x="${x}" y="${y}" width="${size}" height="${size}" stroke="${ink}"`;
  return qrSvg(address, 'M').replace('<svg class="qr"', box);
}

/** One row as strokes: M0 3h7 m1 0h2. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let end: number | undefined;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    let length = 1;
    while (row[x + length]) length++;
    path += `${end === undefined ? `M${x} ${y}` : `m${x - end} 0`}h${length}`;
    end = x + length;
    x = end;
  }
  return path;
}
