/** Lines that differ between two texts, as `- old` and `+ new`, with where they stand. */
export function difference(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  // Lengths of the longest common parts of the rests.
  const rest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let n = a.length - 1; n >= 0; n -= 1) {
    for (let m = b.length - 1; m >= 0; m -= 1) {
      const [row, next] = [rest[n] as Uint32Array, rest[n + 1] as Uint32Array];
      row[m] = a[n] === b[m] ? (next[m + 1] ?? 0) + 1 : Math.max(next[m] ?? 0, row[m + 1] ?? 0);
    }
  }
  const lines: string[] = [];
  let n = 0;
  let m = 0;
  while (n < a.length || m < b.length) {
    if (n < a.length && m < b.length && a[n] === b[m]) {
      n += 1;
      m += 1;
    } else if (m >= b.length || (n < a.length && (rest[n + 1]?.[m] ?? 0) >= (rest[n]?.[m + 1] ?? 0))) {
      lines.push(`- ${a[n] ?? ''}`);
      n += 1;
    } else {
      lines.push(`+ ${b[m] ?? ''}`);
      m += 1;
    }
  }
  return lines.join('\n');
}
