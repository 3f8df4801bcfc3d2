import { zipSync } from 'fflate';

/** A zip (压缩包); its times are given, so that the same content always makes the same bytes. */
export function archive(files: Readonly<Record<string, string | Uint8Array>>, time: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content] as const,
  );
  // The zip format keeps no time zone: the day and hour are written as they are read.
  const mtime = new Date(`${time.replace(' ', 'T')}:00`);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 6, mtime }));
}
