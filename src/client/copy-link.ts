import { announce } from './announce.ts';

/** Copies the address of a section when its mark is pressed, and says so; the plain link goes on working. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('[data-copy-link]') : null;
  if (link) void copy(link);
});

async function copy(link: HTMLAnchorElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    // No permission, or an address without TLS: the section stands in the address bar.
    return;
  }
  link.textContent = '链接已复制';
  announce('链接已复制');
  setTimeout(() => {
    link.textContent = '¶';
  }, 2000);
}
