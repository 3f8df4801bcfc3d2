import type { Load } from '#domain/search/finder.ts';
import type { Urls } from '#domain/urls.ts';

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

/** Reads the files of the finder's index (站内搜索的索引). They are plain files, so a visited site has them offline too. */
export function loadFrom(urls: Urls): Load {
  return async (file, version) => {
    const address = urls.file(version === undefined ? `finder/${file}` : `finder/${version}/${file}`);
    const response = await fetch(address, { signal: patient() });
    if (response.status === 404 && version !== undefined) throw new IndexReplaced(address);
    if (!response.ok) throw new Error(`${address}：${response.status}`);
    return response.text();
  };
}
