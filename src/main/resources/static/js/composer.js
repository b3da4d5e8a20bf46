// The composer of a ticket: an answer and a note, each with a draft, files and formats of its own.
import { along, format, pressed } from './formats.js';
import { attach, paste, takesDrops } from './attaching.js';
import { Draft } from './draft.js';
import { Editor } from './editor.js';
import { clear } from './forms.js';
import { leaving } from './leaving.js';
import { Mentions } from './mention.js';
import { keyOf, share } from './once.js';

let composer;

/** The field for when the customer hears from us next: folded away while it is empty. */
function nextUpdate(panel, changed) {
  const field = panel.querySelector('[name=nextUpdateAt]');
  if (!field) return undefined;
  const fold = field.closest('details');
  fold.addEventListener('toggle', () => { if (fold.open && !field.value) field.focus(); });
  field.addEventListener('input', () => {
    clear(field.closest('[data-field]'));
    changed();
  });
  return {
    value: () => field.value,
    set: (value) => {
      field.value = value;
      fold.open = Boolean(value);
    },
  };
}

class Writing {
  constructor(panel, box) {
    this.panel = panel;
    this.path = `/tickets/${box.code}/draft/${panel.dataset.kind}`;
    this.place = panel.querySelector('.c-text');
    this.next = nextUpdate(panel, () => this.changed());
    this.editor = new Editor(this.place, {
      html: this.place.dataset.html,
      onTicket: true,
      onChange: () => this.changed(),
      onFiles: (files) => paste(files, this.path, this.files, this.editor),
    });
    this.editor.squire.addEventListener('pathChange', () => box.pressed());
    this.draft = new Draft(this.path, panel.querySelector('.c-saved'), box.words, () => this.written());
    const left = this.draft.left();
    if (left) {
      this.editor.set(left.get('html'));
      this.next?.set(left.get('nextUpdateAt') ?? '');
      this.draft.soon(0);
    }
    share(panel, this.draft.key);
    if (!this.editor.empty()) keyOf(panel);
  }

  written() {
    const html = this.editor.content();
    return this.next ? { html, nextUpdateAt: this.next.value() } : { html };
  }

  files = () => this.panel.querySelector('.c-files');

  attach(files) {
    return attach(files, this.path, this.files);
  }

  changed() {
    clear(this.place.closest('[data-field]'));
    keyOf(this.panel);
    this.draft.soon();
  }

  sent() {
    this.editor.set('');
    this.next?.set('');
    this.draft.gone();
    this.files()?.replaceChildren();
  }
}

class Composer {
  constructor(element) {
    this.element = element;
    this.code = element.dataset.code;
    const { saved, saving, unsaved, leaving: leaves, undo } = element.dataset;
    this.words = { saved, saving, unsaved, leaving: leaves, undo };
    this.bar = element.querySelector('[role=toolbar]');
    this.tabs = [...element.querySelectorAll('[role=tab]')];
    this.mode = 'reply';
    this.writings = Object.fromEntries([...element.querySelectorAll('.c-panel')]
      .map((panel) => [panel.dataset.kind, new Writing(panel, this)]));
    this.mentions = new Mentions(element.querySelector('.c-mentions'), element, this.writings.note.editor);
    this.listen();
    if (this.writings.message.editor.empty() && !this.writings.note.editor.empty()) this.show('note', false);
  }

  listen() {
    const { element } = this;
    element.addEventListener('click', (event) => this.click(event));
    // On a narrow screen the box grows when it gets the focus, and the tab would slip away under the finger.
    element.addEventListener('mousedown', (event) => { if (event.target.closest('[role=tab]')) event.preventDefault(); });
    element.addEventListener('keydown', (event) => this.escape(event));
    this.bar.addEventListener('keydown', (event) => along(event, [...this.bar.querySelectorAll('button')]));
    element.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
      const next = along(event, this.tabs);
      if (next) this.show(next.dataset.mode, false);
    });
    const upload = element.querySelector('#attach');
    upload.addEventListener('change', () => { this.writing.attach([...upload.files]); upload.value = ''; });
    takesDrops(element, (files) => this.writing.attach(files));
    element.querySelector('.c-people').addEventListener('input', () => this.addressed());
    element.addEventListener('htmx:config:request', ({ detail: { ctx } }) => this.sending(ctx));
    element.addEventListener('htmx:after:request', ({ detail: { ctx } }) => this.sent(ctx));
    element.addEventListener('htmx:error', ({ detail: { ctx } }) => ctx && this.of(ctx)?.draft.soon());
  }

  get writing() {
    return this.writings?.[this.mode === 'note' ? 'note' : 'message'];
  }

  show(mode, focus = true) {
    this.writing.draft.save();
    this.mode = mode;
    this.element.dataset.mode = mode;
    for (const tab of this.tabs) {
      const on = tab.dataset.mode === mode;
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
    }
    for (const panel of this.element.querySelectorAll('.c-panel')) panel.parentElement.hidden = panel !== this.writing.panel;
    if (focus) this.writing.editor.focus();
    this.pressed();
  }

  click(event) {
    const tab = event.target.closest('[role=tab]');
    if (tab) this.show(tab.dataset.mode);
    const button = event.target.closest('[data-format]');
    if (button) this.format(button);
    const to = event.target.closest('[data-people]');
    if (to) this.people(to);
  }

  people(button) {
    const people = this.element.querySelector('.c-people');
    people.open = !people.open;
    button.setAttribute('aria-expanded', people.open);
    if (people.open) people.querySelector('input').focus();
  }

  // Whom the answer goes to follows the ticket, until its writer says otherwise.
  follow() {
    const side = document.getElementById('side-in')?.dataset;
    if (side?.ticket !== this.element.dataset.ticket) return;
    for (const [name, now] of [['to', side.answersTo], ['cc', side.answersCc]]) {
      const field = this.element.querySelector(`#f-${name}`);
      const own = field.value !== field.defaultValue;
      field.defaultValue = now;
      if (!own) field.value = now;
    }
    this.addressed();
  }

  // What the closed line says is what will be sent.
  addressed() {
    for (const shown of this.element.querySelectorAll('[data-shows]')) {
      const { value } = this.element.querySelector(`#f-${shown.dataset.shows}`);
      if (shown.textContent.trim() === value) continue;
      const parts = value.split(/(?=[@.+_-])/).flatMap((part) => [part, document.createElement('wbr')]);
      shown.replaceChildren(...parts);
      if (shown.dataset.shows === 'cc') shown.parentElement.hidden = !value.trim();
    }
  }

  format(button) {
    if (button.dataset.format === 'attach') this.element.querySelector('#attach').click();
    else if (button.dataset.format === 'mention') this.mentions.begin();
    else format(button, this.writing.editor);
    this.pressed();
  }

  pressed() {
    if (!this.writing) return;
    pressed(this.bar, this.writing.editor);
    this.bar.setAttribute('aria-controls', this.writing.place.id);
  }

  escape(event) {
    if (event.key !== 'Escape' || !event.target.closest('.c-text, input')) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.mentions.open) {
      this.mentions.hide();
      return;
    }
    this.writing.draft.save();
    document.activeElement.blur();
    document.getElementById('talk')?.focus({ preventScroll: true });
  }

  of(ctx) {
    const panel = ctx.sourceElement.closest?.('.c-panel');
    return panel && ctx.sourceElement === panel ? this.writings[panel.dataset.kind] : undefined;
  }

  sending(ctx) {
    const writing = this.of(ctx);
    if (!writing) return;
    writing.draft.hold();
    ctx.request.body.set('html', writing.editor.content());
  }

  sent(ctx) {
    const writing = this.of(ctx);
    if (!writing) return;
    if (ctx.response.status >= 400) {
      writing.draft.soon();
      return;
    }
    writing.sent();
    const message = ctx.response.headers.get('Pronto-Undo');
    if (message) leaving(message, this.words, () => again(this.code));
    document.getElementById('talk')?.focus({ preventScroll: true });
  }

  save() {
    Object.values(this.writings).forEach((writing) => writing.draft.save());
  }
}

// What was taken back is the draft again, and whoever took it back goes on writing there.
let resuming = false;
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.closest?.('.msg__undo')) resuming = true;
});
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (ctx.response.status >= 400) resuming = false;
});

function resume() {
  if (!resuming || !composer) return;
  resuming = false;
  composer.show('reply', false);
  // After a swap the element that had the focus gets it back: ours is the last word.
  setTimeout(() => composer?.writings.message.editor.toEnd());
}

/** Draws the open ticket anew, with its draft: the answer that was taken back is there again. */
function again(code) {
  if (composer?.code !== code) return;
  resuming = true;
  htmx.ajax('GET', `/tickets/${code}`, { target: '#work', swap: 'innerHTML' });
}

function start() {
  const element = document.getElementById('composer');
  if (!element) composer = undefined;
  else if (composer?.element !== element) {
    composer = new Composer(element);
    resume();
  } else composer.follow();
}

document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  if (ctx?.target?.id === 'work') composer?.save();
});
document.addEventListener('htmx:after:swap', start);
document.addEventListener('pronto:insert', (event) => composer?.writing.editor.insert(event.detail.html));
addEventListener('pagehide', () => composer?.save());
start();
