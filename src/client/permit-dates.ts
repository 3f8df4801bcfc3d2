import { calendarFile } from '#domain/permit/calendar.ts';
import { type Day, parseDay } from '#domain/permit/dates.ts';
import { type Period, answerFor } from '#domain/permit/periods.ts';

/** Works out the days from one date, on the device: nothing is sent and nothing is kept. */
class PermitDates extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    const shown = this.querySelector('[role=status]');
    if (!input || !shown) return;
    this.hidden = false;
    const periods = JSON.parse(this.dataset['periods'] ?? '[]') as Period[];
    input.addEventListener('change', () => {
      const day = parseDay(input.value);
      shown.replaceChildren(...(day ? periods.flatMap((period) => this.#show(period, day)) : []));
    });
  }

  #show(period: Period, day: Day): HTMLElement[] {
    const { says, reminders } = answerFor(period, day);
    const [head, text, button] = ['h3', 'p', 'button'].map((tag) => document.createElement(tag));
    if (!head || !text || !button) return [];
    head.textContent = `如果${period.from}`;
    text.textContent = says;
    button.textContent = '存进手机日历，到时提醒';
    button.addEventListener('click', () => {
      const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
      const blob = new Blob([calendarFile(reminders, stamp)], { type: 'text/calendar' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = period.file;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(link.href);
      }, 1000);
    });
    return [head, text, button];
  }
}

customElements.define('permit-dates', PermitDates);
