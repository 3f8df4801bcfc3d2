/** Tells those who listen what others see happen (读屏播报). The place for it must stand before the words come. */
const place = document.createElement('p');
place.className = 'vh';
place.setAttribute('role', 'status');
document.body.append(place);

/** A button says how it went, to those who see and those who listen, and then what it did before (说一声). */
export function tell(button: HTMLButtonElement, label: string, outcome: string): void {
  button.textContent = outcome;
  announce(outcome);
  setTimeout(() => {
    button.textContent = label;
  }, 2500);
}

export function announce(words: string): void {
  // The same words a second time are news too.
  place.textContent = '';
  setTimeout(() => {
    place.textContent = words;
  }, 100);
}
