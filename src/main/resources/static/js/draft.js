// A text that keeps itself while it is written, and says so.
import { send } from './forms.js';

export class Draft {
  /** `read` gives what is to be kept, as the values of a form. */
  constructor(path, place, words, read) {
    Object.assign(this, { path, place, words, read });
    this.last = this.spelled();
    this.key = `draft ${document.querySelector('.nav__me .lbl')?.textContent} ${path}`;
  }

  /** What this tab could not bring to the server, because the session or the connection had ended. */
  left() {
    const kept = sessionStorage.getItem(this.key);
    return kept === null ? undefined : new URLSearchParams(kept);
  }

  spelled() {
    return new URLSearchParams(this.read()).toString();
  }

  soon(after = 900) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.save(), after);
    sessionStorage.setItem(this.key, this.spelled());
  }

  async save() {
    clearTimeout(this.waiting);
    const now = this.spelled();
    if (now === this.last) {
      this.arrived(now);
      return;
    }
    this.note(this.words.saving);
    try {
      await send(this.path, 'PUT', new URLSearchParams(now), { keepalive: now.length < 60000 });
      this.last = now;
      this.arrived(now);
      const { lang, dataset } = document.documentElement;
      const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: dataset.zone });
      this.note(this.words.saved.replace('{time}', clock.format(new Date())));
    } catch {
      this.note(this.words.unsaved);
      this.soon(5000);
    }
  }

  arrived(text) {
    if (sessionStorage.getItem(this.key) === text) sessionStorage.removeItem(this.key);
  }

  /** What was written has gone on its way; there is nothing left to keep. */
  gone() {
    clearTimeout(this.waiting);
    this.last = this.spelled();
    sessionStorage.removeItem(this.key);
    this.note('');
  }

  hold() {
    clearTimeout(this.waiting);
  }

  note(words) {
    this.place.textContent = words ?? '';
  }
}
