// A first message: whom it goes to, what it says and what lies on it are kept while it is written.
import { along, format, pressed } from './formats.js';
import { attach, paste, takesDrops } from './attaching.js';
import { Draft } from './draft.js';
import { Editor } from './editor.js';
import { clear } from './forms.js';
import { keyOf, share } from './once.js';

const PATH = '/tickets/new/draft';

function begin(form) {
  const files = () => form.querySelector('.c-files');
  const place = form.querySelector('#letter-text');
  const bar = form.querySelector('[role=toolbar]');
  const upload = form.querySelector('#letter-attach');
  const editor = new Editor(place, {
    html: place.dataset.html,
    onTicket: true,
    onChange: () => {
      clear(place.closest('[data-field]'));
      draft.soon();
    },
    onFiles: (pasted) => paste(pasted, PATH, files, editor),
  });
  const { to, cc, subject } = form.elements;
  const draft = new Draft(PATH, form.querySelector('.c-saved'), form.dataset, () => ({
    to: to.value, cc: cc.value, subject: subject.value, html: editor.content(),
  }));

  share(form, draft.key);
  if (!editor.empty()) keyOf(form);
  form.addEventListener('input', () => {
    keyOf(form);
    draft.soon();
  });
  form.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-format]');
    if (button?.dataset.format === 'attach') upload.click();
    else if (button) format(button, editor);
    const person = target.closest('[data-address]');
    if (person) address(to, person.dataset.address, draft);
    pressed(bar, editor);
  });
  editor.squire.addEventListener('pathChange', () => pressed(bar, editor));
  bar.addEventListener('keydown', (event) => along(event, [...bar.querySelectorAll('button')]));
  upload.addEventListener('change', () => { attach([...upload.files], PATH, files); upload.value = ''; });
  takesDrops(form, (dropped) => attach(dropped, PATH, files));
  form.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
    if (ctx.sourceElement !== form) return;
    draft.hold();
    ctx.request.body.set('html', editor.content());
  });
  form.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
    if (ctx.sourceElement !== form) return;
    if (ctx.response.status < 400) draft.gone();
    else draft.soon();
  });
  form.addEventListener('htmx:error', ({ detail: { ctx } }) => { if (ctx?.sourceElement === form) draft.soon(); });
  document.addEventListener('pronto:insert', ({ detail }) => editor.insert(detail.html));
  addEventListener('pagehide', () => draft.save());
}

function address(field, chosen, draft) {
  const there = field.value.split(/[,;]/).map((one) => one.trim()).filter(Boolean);
  if (!there.includes(chosen)) field.value = [...there, chosen].join(', ');
  clear(field.closest('[data-field]'));
  draft.soon();
}

const form = document.getElementById('letter');
if (form) begin(form);
