import type { AstroIntegration } from 'astro';
import { contentDir, dataDir } from '#reader/folders.ts';

/** In `npm run dev`, shows a content file that was changed, added or deleted at once: the catalogue is read afresh. */
export function watchContent(): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folders = [contentDir, dataDir];
        server.watcher.add(folders);
        server.watcher.on('all', (_event, file) => {
          if (!folders.some((folder) => file.startsWith(folder))) return;
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
