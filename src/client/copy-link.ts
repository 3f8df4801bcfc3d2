/** Copies the address of a section when its mark is pressed, and says so; the plain link goes on working. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('[data-copy-link]') : null;
  if (!link) return;
  void navigator.clipboard.writeText(link.href).then(() => {
    link.textContent = '链接已复制';
    setTimeout(() => {
      link.textContent = '¶';
    }, 2000);
  });
});
