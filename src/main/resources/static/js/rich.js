// A text field that holds rich text: without scripts it is the markup itself, with them it is what will be read.
import Squire from '../vendor/squire-rte-2.4.8/squire.mjs';
import DOMPurify from '../vendor/dompurify-3.4.18/purify.es.mjs';
import { clear } from './forms.js';

const KEEP = {
  ALLOWED_TAGS: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
  ALLOWED_ATTR: ['href'],
  ALLOWED_URI_REGEXP: /^(https?:|mailto:|tel:)/i,
  RETURN_DOM_FRAGMENT: true,
};

const ACTS = {
  bold: (editor) => (editor.hasFormat('B') ? editor.removeBold() : editor.bold()),
  italic: (editor) => (editor.hasFormat('I') ? editor.removeItalic() : editor.italic()),
  list: (editor) => (editor.hasFormat('UL') ? editor.removeList() : editor.makeUnorderedList()),
  'list-ordered': (editor) => (editor.hasFormat('OL') ? editor.removeList() : editor.makeOrderedList()),
};
const TAGS = { bold: 'B', italic: 'I', list: 'UL', 'list-ordered': 'OL' };

function enrich(field) {
  const place = document.createElement('div');
  place.className = 'input rich rich__text';
  place.setAttribute('role', 'textbox');
  place.setAttribute('aria-multiline', 'true');
  for (const name of ['aria-labelledby', 'aria-describedby']) {
    if (field.hasAttribute(name)) place.setAttribute(name, field.getAttribute(name));
  }
  field.hidden = true;
  field.required = false;
  field.after(place);
  const editor = new Squire(place, {
    blockTag: 'P',
    sanitizeToDOMFragment: (html) => document.importNode(DOMPurify.sanitize(html, KEEP), true),
  });
  editor.setHTML(field.value);
  editor.addEventListener('input', () => {
    field.value = place.textContent.trim() ? editor.getHTML() : '';
    clear(field.closest('[data-field]'));
  });
  const bar = field.closest('[data-field]')?.querySelector('.rich__bar');
  if (!bar) return;
  bar.hidden = false;
  bar.addEventListener('click', ({ target }) => {
    const act = target.closest('[data-act]')?.dataset.act;
    if (act) ACTS[act](editor);
  });
  editor.addEventListener('pathChange', () => bar.querySelectorAll('[data-act]').forEach((button) =>
    button.setAttribute('aria-pressed', editor.hasFormat(TAGS[button.dataset.act]))));
}

document.querySelectorAll('textarea[data-rich]').forEach(enrich);
