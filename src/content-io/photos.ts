import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import sharp from 'sharp';
import type { Content, Fault } from '#domain/model/types.ts';

/** Where a photograph or a recording stands: beside its file, or in a folder below. */
export function photoFile(entryPath: string, file: string): string {
  return join(dirname(entryPath), file);
}

/** Every photograph named in a header is there, stays inside the content folder and can be opened. */
export async function checkPhotos(content: Content): Promise<Fault[]> {
  const faults = content.places.map(async (place): Promise<Fault[]> => {
    const { photo } = place.data;
    if (!photo) return [];
    const fault = (problem: string, remedy: string): Fault[] => [
      {
        severity: 'error',
        path: place.path,
        line: place.lineOf(['photo', 'file']),
        field: 'photo.file',
        problem,
        remedy,
      },
    ];
    const file = photoFile(place.path, photo.file);
    if (!existsSync(file)) return fault(`没有「${photo.file}」这个文件`, '把照片放到同一目录，或核对文件名');
    if (relative(realpathSync(dirname(place.path)), realpathSync(file)).startsWith('..')) {
      return fault('照片在内容目录外面', '把照片放到同一目录');
    }
    try {
      await sharp(file).stats();
      return [];
    } catch {
      return fault('照片打不开，可能坏了', '换一张好的 JPEG、PNG 或 WebP');
    }
  });
  return (await Promise.all(faults)).flat();
}

/** Every recording (录音) named in a header is there. */
export function checkRecordings(content: Content): Fault[] {
  return content.policies.flatMap((policy): Fault[] => {
    const { recording } = policy.data;
    if (!recording || existsSync(photoFile(policy.path, recording.file))) return [];
    const field = 'recording.file';
    const line = policy.lineOf(['recording', 'file']);
    const problem = `没有「${recording.file}」这个文件`;
    return [{ severity: 'error', path: policy.path, line, field, problem, remedy: '把录音放到同一目录，或核对文件名' }];
  });
}
