// A text with formats. What is typed, pasted and drawn is made safe here; a change is a change of the text alone.
import Squire from '../vendor/squire-rte-2.4.8/squire.mjs';
import DOMPurify from '../vendor/dompurify-3.4.18/purify.es.mjs';

const KEEP = {
  ALLOWED_TAGS: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'h3'],
  ALLOWED_ATTR: ['href'],
  ALLOWED_URI_REGEXP: /^(https?:|mailto:|tel:)/i,
  RETURN_DOM_FRAGMENT: true,
};
// What lies on a message: pictures of its own, and colleagues it calls.
const KEEP_ON_TICKET = {
  ...KEEP,
  ALLOWED_TAGS: [...KEEP.ALLOWED_TAGS, 'span', 'img'],
  ALLOWED_ATTR: ['href', 'data-mention', 'src', 'alt'],
  ALLOWED_URI_REGEXP: /^(https?:|mailto:|tel:|\/tickets\/)/i,
};

const safe = (html, onTicket) => {
  const fragment = document.importNode(DOMPurify.sanitize(html, onTicket ? KEEP_ON_TICKET : KEEP), true);
  fragment.querySelectorAll('img:not([src^="/tickets/"])').forEach((picture) => picture.remove());
  return fragment;
};

export class Editor {
  constructor(place, { html = '', onTicket = false, onChange, onFiles } = {}) {
    this.place = place;
    this.squire = new Squire(place, { blockTag: 'P', sanitizeToDOMFragment: (given) => safe(given, onTicket), toPlainText: undefined });
    this.squire.setHTML(html);
    this.seen = this.html();
    this.blank();
    this.squire.addEventListener('input', () => this.changed(onChange));
    if (onFiles) {
      place.addEventListener('paste', (event) => {
        const { files, types } = event.clipboardData;
        if (!files.length || types.includes('text/plain')) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        onFiles([...files]);
      }, true);
    }
  }

  // The editor hears of every attribute too, as of the mark that says that something is wrong.
  changed(tell) {
    this.blank();
    const html = this.html();
    if (html === this.seen) return;
    this.seen = html;
    tell?.();
  }

  html() {
    return this.squire.getHTML().replace(/<p><br\/?><\/p>$/i, '');
  }

  text() {
    return this.place.textContent.trim();
  }

  empty() {
    return !this.text() && !this.place.querySelector('img');
  }

  /** What is worth keeping: nothing where nothing was said. */
  content() {
    return this.empty() ? '' : this.html();
  }

  blank() {
    this.place.toggleAttribute('data-blank', this.empty() && !this.place.querySelector('li'));
  }

  set(html) {
    this.squire.setHTML(html);
    this.seen = this.html();
    this.blank();
  }

  insert(html) {
    this.squire.focus();
    this.squire.insertHTML(html);
  }

  focus() {
    this.squire.focus();
  }

  /** The caret behind the last word. */
  toEnd() {
    this.squire.focus();
    this.squire.moveCursorToEnd();
  }
}
