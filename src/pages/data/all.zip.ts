import { archive } from '#render/archive.ts';
import { archived, packageInfo } from './_tables.ts';

export const GET = async () =>
  new Response(archive(await archived(), packageInfo.updated), { headers: { 'content-type': 'application/zip' } });
