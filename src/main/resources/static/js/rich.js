// A text field that holds rich text: without scripts it is the markup itself, with them it is what will be read.
import { Editor } from './editor.js';
import { format, pressed } from './formats.js';
import { clear } from './forms.js';

function enrich(field) {
  if (field.hidden) return;
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
  const editor = new Editor(place, {
    html: field.value,
    onChange: () => {
      field.value = editor.content();
      clear(field.closest('[data-field]'));
    },
  });
  const bar = field.closest('[data-field]')?.querySelector('.rich__bar');
  if (!bar) return;
  bar.hidden = false;
  bar.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-format]');
    if (button) format(button, editor);
  });
  editor.squire.addEventListener('pathChange', () => pressed(bar, editor));
}

const all = () => document.querySelectorAll('textarea[data-rich]').forEach(enrich);
document.addEventListener('htmx:after:swap', all);
all();
