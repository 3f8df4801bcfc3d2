import { archive } from '#render/archive.ts';
import { archived, packageInfo } from './_tables.ts';

export const GET = () =>
  new Response(archive(archived(), packageInfo.updated), { headers: { 'content-type': 'application/zip' } });
