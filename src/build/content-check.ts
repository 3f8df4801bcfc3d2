import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { ContentError, formatFault } from '#domain/model/faults.ts';
import { contentDir, dataDir } from '#content-io/folders.ts';
import { loadSite } from '#content-io/load.ts';
import { beijingNow } from './clock.ts';
import { siteMissing } from './settings.ts';

/**
 * Checks all content before a build, which fails with every fault at once. `astro dev` names the faults when it starts and
 * after each change, those it has named last time not again, and goes on answering with what can be read.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build') return;
        if (!process.env['SITE_URL']?.trim()) logger.warn(siteMissing);
        const { errors, warnings } = await load();
        for (const warning of warnings) logger.warn(formatFault(warning));
        if (errors.length > 0) throw new ContentError(errors);
      },
      'astro:server:setup': async ({ server, logger }) => {
        let named = await nameFaults(logger, new Set());
        server.watcher.add([contentDir, dataDir]);
        server.watcher.on('all', (_event, file) => {
          if (![contentDir, dataDir].some((folder) => file.startsWith(folder))) return;
          void nameFaults(logger, named).then((now) => (named = now));
        });
      },
    },
  };
}

const load = () => loadSite(contentDir, dataDir, { now: beijingNow() });

/** Names what is wrong now and was not named before; returns all that is wrong. */
async function nameFaults(logger: AstroIntegrationLogger, before: ReadonlySet<string>): Promise<Set<string>> {
  const { errors, warnings } = await load();
  const now = new Set([...errors, ...warnings].map(formatFault));
  for (const fault of now) if (!before.has(fault)) logger.warn(fault);
  return now;
}
