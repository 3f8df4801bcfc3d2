import { outDir } from '../../scripts/paths.ts';
import { serveSite } from '../../scripts/serve.ts';

/** Serves the built site for the tests, at a port that is free; playwright.config.ts hands its address to each test. */
export default async function serve(): Promise<() => void> {
  const { url, close } = await serveSite(outDir, 0);
  process.env['TEST_SITE'] = url;
  return close;
}
