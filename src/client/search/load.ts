import type { Load } from '#search/query/search-index.ts';
import type { Urls } from '#domain/site/urls.ts';

/** Nobody waits longer; then a retry is offered. */
const patience = 8000;

/** The index was replaced by a newer one while the page was open. */
export class IndexReplaced extends Error {}

function patient(): AbortSignal {
  const wait = new AbortController();
  setTimeout(() => {
    wait.abort();
  }, patience);
  return wait.signal;
}

/** Reads the files of the index's index (站内搜索的索引). They are plain files, so a visited site has them offline too. */
export function loadFrom(urls: Urls): Load {
  return async (file, version) => {
    const address = urls.file(version === undefined ? `search-index/${file}` : `search-index/${version}/${file}`);
    const get = () => fetch(address, { signal: patient() });
    // What was fetched ahead with the page and failed is handed out once.
    const response = await get().catch(get);
    if (response.status === 404 && version !== undefined) throw new IndexReplaced(address);
    if (!response.ok) throw new Error(`${address}：${response.status}`);
    return response.text();
  };
}
