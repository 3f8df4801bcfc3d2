import type { APIRoute } from 'astro';
import { catalog } from '#catalog';
import { caseFormDocx, caseFormXlsx } from '#render/case-form.ts';

/** Blank forms to hand in a case (案例申报表); the desk reads them back (npm run intake). */
const forms = {
  'case.docx': { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', make: caseFormDocx },
  'case.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: caseFormXlsx },
} as const;

/** A city without cases has no page that would offer them. */
export function getStaticPaths() {
  if (!catalog.has('cases')) return [];
  return Object.keys(forms).map((file) => ({ params: { file } }));
}

export const GET: APIRoute<Record<string, never>, { file: keyof typeof forms }> = ({ params: { file } }) => {
  const { type, make } = forms[file];
  return new Response(make(), { headers: { 'content-type': type } });
};
