/** What is unfolded in the header closes on Escape, and when the reader goes on elsewhere. */
const unfolded = () => document.querySelectorAll<HTMLDetailsElement>('.top details[open]');

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const details of unfolded()) {
    details.open = false;
    details.querySelector('summary')?.focus();
  }
});
document.addEventListener('pointerdown', ({ target }) => {
  for (const details of unfolded()) if (target instanceof Node && !details.contains(target)) details.open = false;
});
