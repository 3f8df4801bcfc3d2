import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from './paths.ts';

/** Visits every outside link of the sources and prints what answered. For a schedule, never part of a build. */
const timeoutMs = 15_000;
const { content } = readContent(contentDir, dataDir);
const links = content.sources.flatMap(({ id, data }) => (data.url ? [{ id, url: data.url }] : []));
let broken = 0;
for (const { id, url } of links) {
  const answer = await visit(url);
  if (!answer.ok) broken += 1;
  console.log(`${answer.ok ? '通' : '断'}  ${id}  ${answer.text}  ${url}`);
}
console.log(`${links.length} 个站外链接，${broken} 个打不开`);
if (broken > 0) process.exitCode = 1;

async function visit(url: string): Promise<{ ok: boolean; text: string }> {
  try {
    const response = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) });
    return { ok: response.ok, text: String(response.status) };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}
