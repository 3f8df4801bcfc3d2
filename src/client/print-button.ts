/** A button that opens the print window. Hidden without script: the browser has one of its own. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      print();
    });
  }
}

customElements.define('print-button', PrintButton);
