/** Tells those who listen what others see happen (读屏播报). The place for it must stand before the words come. */
const place = document.createElement('p');
place.className = 'vh';
place.setAttribute('role', 'status');
document.body.append(place);

export function announce(words: string): void {
  // The same words a second time are news too.
  place.textContent = '';
  setTimeout(() => {
    place.textContent = words;
  }, 100);
}
