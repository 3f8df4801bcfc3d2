import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dataDir } from '#content-io/folders.ts';
import { shownPath } from '#content-io/files.ts';
import { addressesFile, answersFile, answersLedger } from '#content-io/published.ts';
import { readPermitTable } from '#content-io/read.ts';
import { filesBelow } from './files-below.ts';
import { writeWhole } from './write-whole.ts';

/** Every address ever published, one a line. An old one may become a redirect (redirects.json), never a 404. */
const ledger = join(dataDir, addressesFile);

/** Files with a hash in their name come and go with what they hold; so do poster PDFs, which not every build has. */
const unstable = /^(?:_astro|pagefind|search-index|offline\/.*\.json$|share|posters\/.*\.pdf$)/;

/** The addresses of the ledger. Another content tree (CONTENT_DIR) has other addresses and is not held to ours. */
export function publishedAddresses(): string[] {
  return process.env['CONTENT_DIR'] || !existsSync(ledger)
    ? []
    : readFileSync(ledger, 'utf-8').split(/\r?\n/).filter(Boolean);
}

/**
 * Fails a build in which an address of the ledger no longer answers. ADDRESSES=write adds the new ones.
 */
export function addressLedger(): AstroIntegration {
  return {
    name: 'address-ledger',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (process.env['CONTENT_DIR']) return;
        const site = fileURLToPath(dir);
        const published = publishedAddresses();
        const answers = (address: string) =>
          existsSync(join(site, address.endsWith('/') ? `${address}index.html` : address));
        const gone = published.filter((address) => !answers(address));
        if (gone.length > 0) {
          throw new Error(
            `这些网址发布过，现在没有了：\n${gone.join('\n')}\n在 ${shownPath(join(dataDir, 'redirects.json'))} 里写明换到哪里`,
          );
        }
        const current = addressesOf(site);
        const added = current.filter((address) => !published.includes(address));
        if (process.env['ADDRESSES'] === 'write') {
          const all = [...new Set([...published, ...current])].toSorted();
          writeWhole(ledger, Buffer.from(`${all.join('\n')}\n`));
          const questions = readPermitTable(dataDir, 'questions').items.map(({ data }) => data);
          if (questions.length > 0) writeWhole(join(dataDir, answersFile), Buffer.from(answersLedger(questions)));
          logger.warn(`网址清单加了 ${added.length} 个`);
        } else if (added.length > 0) {
          const some = added.slice(0, 3).join('、');
          logger.warn(
            `有 ${added.length} 个新网址（${some}${added.length > 3 ? ' 等' : ''}）；发布前运行 npm run addresses 记下来`,
          );
        }
      },
    },
  };
}

/** /places/wulajie/ for a page, /rss.xml for a file. */
function addressesOf(site: string): string[] {
  return filesBelow(site)
    .map((file) => file.slice(site.length).replaceAll('\\', '/'))
    .filter((file) => !unstable.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}
