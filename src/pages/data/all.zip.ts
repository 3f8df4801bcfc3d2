import { archive } from '#outputs/archive.ts';
import { archived, packageInfo } from './_tables.ts';

export const GET = () =>
  new Response(archive(archived(), packageInfo.updated), { headers: { 'content-type': 'application/zip' } });
