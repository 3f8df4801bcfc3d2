import { type Reminder, calendarFile } from '#domain/permit/calendar.ts';
import { type Day, endorsements, halfYear, parseDay, permitDue, sayDay } from '#domain/permit/dates.ts';

/** Years of endorsements that are worked out ahead. */
const years = 5;

interface Answer {
  /** What the day would have to be. */
  if: string;
  says: string;
  file: string;
  reminders: Reminder[];
}

function answersFor(day: Day): Answer[] {
  const { half, days180 } = halfYear(day);
  const { due, latest } = permitDue(day);
  const spans = endorsements(day, years);
  const ask = '以窗口答复为准，问不清打12345。';
  const once = (on: Day, title: string): Reminder => ({ from: on, to: on, title, note: ask });
  return [
    {
      if: '这是合同、证明上的日期，或者登记那天',
      says: `满半年是${sayDay(half)}；报道里说的180天，满在${sayDay(days180)}。没到日子也可以先去问。`,
      file: 'banzheng.ics',
      reminders: [once(days180, '居住满180天，去问居住证'), once(half, '居住满半年，去申领居住证')],
    },
    {
      if: '这是窗口受理那天',
      says: `最晚${sayDay(due)}发证；特殊情况延期的，最晚${sayDay(latest)}，要把理由告诉你。`,
      file: 'nazheng.ics',
      reminders: [once(due, '居住证该发了（受理满15天）'), once(latest, '居住证最晚该发了（延期满25天）')],
    },
    {
      if: '这是签注起算的日子（从哪天算起，省办法没有写，先问窗口）',
      says: `该签注的三十天：${spans.map(({ from, to }) => `${sayDay(from)}到${sayDay(to)}`).join('；')}。`,
      file: 'qianzhu.ics',
      reminders: spans.map((span) => ({ ...span, title: '居住证签注，免费', note: `过期没签，证先不能用。${ask}` })),
    },
  ];
}

/** Works out the days from one date, on the device: nothing is sent and nothing is kept. */
class PermitDates extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    const shown = this.querySelector('[role=status]');
    if (!input || !shown) return;
    this.hidden = false;
    input.addEventListener('change', () => {
      const day = parseDay(input.value);
      shown.replaceChildren(...(day ? answersFor(day).flatMap((answer) => this.#show(answer)) : []));
    });
  }

  #show({ if: condition, says, file, reminders }: Answer): HTMLElement[] {
    const [head, text, button] = ['h3', 'p', 'button'].map((tag) => document.createElement(tag));
    if (!head || !text || !button) return [];
    head.textContent = `如果${condition}`;
    text.textContent = says;
    button.textContent = '存进手机日历，到时提醒';
    button.addEventListener('click', () => {
      const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
      const blob = new Blob([calendarFile(reminders, stamp)], { type: 'text/calendar' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = file;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(link.href);
      }, 1000);
    });
    return [head, text, button];
  }
}

customElements.define('permit-dates', PermitDates);
