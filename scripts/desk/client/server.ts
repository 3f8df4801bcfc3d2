/** Where the desk answers: below the token of its address. */
export const base = document.body.dataset['base'] ?? '/';

/** What the server gave the page. */
export function given(): unknown {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}');
}

/** Sends JSON; an answer that says what is wrong comes as `error`. */
export async function send<T>(path: string, what: unknown): Promise<T & { error?: string }> {
  try {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(what),
    });
    return (await response.json()) as T & { error?: string };
  } catch {
    return { error: '连不上办公桌：运行 npm run desk 的窗口可能关了。写的还在这一页，不要关掉它' } as T & {
      error: string;
    };
  }
}
