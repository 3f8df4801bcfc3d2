import { announce } from './announce.ts';

/**
 * The loudspeaker's desk (播音台): a clock against the stated length, and a recording that stays on this phone until its
 * owner saves it or hands it on.
 */
class RadioDesk extends HTMLElement {
  #began = 0;
  #tick = 0;
  #recorder: MediaRecorder | undefined;

  connectedCallback(): void {
    const [clock, start, record] = ['[data-clock]', '[data-start]', '[data-record]'].map((name) =>
      this.querySelector<HTMLElement>(name),
    );
    if (!clock || !start || !record) return;
    this.hidden = false;
    const run = (on: boolean) => {
      clearInterval(this.#tick);
      start.textContent = on ? '停' : '开始计时';
      if (!on) return;
      this.#began = Date.now();
      this.#tick = window.setInterval(() => {
        clock.textContent = sayTime(Math.round((Date.now() - this.#began) / 1000));
      }, 250);
    };
    start.addEventListener('click', () => {
      run(start.textContent !== '停');
    });
    // Not without TLS, nor in old browsers.
    if (!('MediaRecorder' in window) || !('mediaDevices' in navigator)) {
      record.hidden = true;
      return;
    }
    record.addEventListener('click', () => {
      if (this.#recorder?.state === 'recording') {
        this.#recorder.stop();
        run(false);
        record.textContent = '录音';
        return;
      }
      void navigator.mediaDevices.getUserMedia({ audio: true }).then(
        (stream) => {
          this.#record(stream);
          record.textContent = '录完了';
          run(true);
        },
        () => {
          announce('没有用上话筒：浏览器不允许，或者没有话筒');
          record.textContent = '话筒用不上';
        },
      );
    });
  }

  #record(stream: MediaStream): void {
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream);
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType.split(';')[0] ?? 'audio/webm';
      const name = `${this.dataset['name'] ?? '广播'}.${type.includes('mp4') ? 'm4a' : type.includes('ogg') ? 'ogg' : 'webm'}`;
      this.#offer(new File(parts, name, { type }));
    });
    recorder.start();
  }

  /** The file, to be kept or handed on. */
  #offer(file: File): void {
    const place = this.querySelector('[data-file]');
    if (!place) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.textContent = `存到手机：${file.name}`;
    place.replaceChildren(link);
    if ('canShare' in navigator && navigator.canShare({ files: [file] })) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = '发给别人';
      button.addEventListener('click', () => {
        // Closing the window of the system without choosing is no fault.
        navigator.share({ files: [file] }).catch(() => undefined);
      });
      place.append(' ', button);
    }
    announce('录好了，可以存下来');
  }
}

/** 75 → 1:15. */
function sayTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

customElements.define('radio-desk', RadioDesk);
