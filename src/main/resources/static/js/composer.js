// The composer: an answer and a note with a draft each, saved while they are written; rich text, files, mentions.
import Squire from '../vendor/squire-rte-2.4.8/squire.mjs';
import DOMPurify from '../vendor/dompurify-3.4.18/purify.es.mjs';
import { clear, send } from './forms.js';
import { say } from './said.js';

const KEEP = {
  ALLOWED_TAGS: ['p', 'div', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'span', 'h3', 'img'],
  ALLOWED_ATTR: ['href', 'data-mention', 'src', 'alt'],
  ALLOWED_URI_REGEXP: /^(https?:|mailto:|tel:|\/tickets\/)/i,
  RETURN_DOM_FRAGMENT: true,
};

let composer;

class Writing {
  constructor(panel, box) {
    this.panel = panel;
    this.box = box;
    this.kind = panel.dataset.kind;
    this.place = panel.querySelector('.c-text');
    this.saved = panel.querySelector('.c-saved');
    this.editor = new Squire(this.place, {
      blockTag: 'P',
      sanitizeToDOMFragment: (html) => document.importNode(DOMPurify.sanitize(html, KEEP), true),
      toPlainText: undefined,
    });
    this.editor.setHTML(this.place.dataset.html || '');
    this.last = this.html();
    this.editor.addEventListener('input', () => this.changed());
    this.editor.addEventListener('pathChange', () => box.pressed());
    this.editor.addEventListener('pasteImage', (event) => {
      const files = [...(event.detail?.clipboardData?.items ?? [])].map((item) => item.getAsFile()).filter(Boolean);
      event.preventDefault();
      box.attach(files);
    });
    this.blank();
  }

  html() {
    return this.editor.getHTML().replace(/<p><br\/?><\/p>$/i, '');
  }

  text() {
    return this.place.textContent.trim();
  }

  blank() {
    this.place.toggleAttribute('data-blank', !this.text() && !this.place.querySelector('img, li'));
  }

  changed() {
    this.blank();
    clear(this.place.closest('[data-field]'));
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.save(), 900);
  }

  async save() {
    clearTimeout(this.waiting);
    const html = this.text() || this.place.querySelector('img') ? this.html() : '';
    if (html === this.last) return;
    this.note(this.box.words.saving);
    try {
      await send(`/tickets/${this.box.code}/draft/${this.kind}`, 'PUT', new URLSearchParams({ html }));
      this.last = html;
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(new Date());
      this.note(this.box.words.saved.replace('{time}', time));
    } catch {
      this.note(this.box.words.unsaved);
      this.waiting = setTimeout(() => this.save(), 5000);
    }
  }

  note(words) {
    this.saved.textContent = words ? `, ${words}` : '';
  }

  empty() {
    clearTimeout(this.waiting);
    this.editor.setHTML('');
    this.last = '';
    this.note('');
    this.panel.querySelector('.c-files')?.replaceChildren();
    this.blank();
  }
}

class Composer {
  constructor(element) {
    this.element = element;
    this.code = element.dataset.code;
    const { saved, saving, unsaved, leaving, undo } = element.dataset;
    this.words = { saved, saving, unsaved, leaving, undo };
    this.writings = Object.fromEntries([...element.querySelectorAll('.c-panel')].map((panel) => {
      const writing = new Writing(panel, this);
      return [panel.dataset.kind, writing];
    }));
    this.mode = 'reply';
    element.addEventListener('click', (event) => this.click(event));
    element.addEventListener('keydown', (event) => this.keys(event));
    element.querySelector('[role=toolbar]').addEventListener('keydown', (event) => this.along(event, '[role=toolbar] button'));
    element.querySelector('[role=tablist]').addEventListener('keydown', (event) => this.along(event, '[role=tab]'));
    const upload = element.querySelector('#attach');
    upload.addEventListener('change', () => { this.attach([...upload.files]); upload.value = ''; });
    for (const kind of ['dragover', 'drop']) element.addEventListener(kind, (event) => this.drag(event));
    element.addEventListener('dragleave', () => element.removeAttribute('data-dropping'));
    element.addEventListener('htmx:config:request', ({ detail: { ctx } }) => this.sending(ctx));
    element.addEventListener('htmx:after:request', ({ detail: { ctx } }) => this.sent(ctx));
    this.mentions();
    if (!this.writings.message.text() && this.writings.note.text()) this.show('note', false);
  }

  get writing() {
    return this.writings[this.mode === 'note' ? 'note' : 'message'];
  }

  show(mode, focus = true) {
    this.writing.save();
    this.mode = mode;
    this.element.dataset.mode = mode;
    for (const tab of this.element.querySelectorAll('[role=tab]')) {
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
    if (event.target.closest('[data-people]')) {
      const people = this.element.querySelector('.c-people');
      people.open = !people.open;
      event.target.closest('[data-people]').setAttribute('aria-expanded', people.open);
      if (people.open) people.querySelector('input').focus();
    }
  }

  format(button) {
    const { editor } = this.writing;
    const list = editor.hasFormat('UL');
    const actions = {
      bold: () => (editor.hasFormat('B') ? editor.removeBold() : editor.bold()),
      italic: () => (editor.hasFormat('I') ? editor.removeItalic() : editor.italic()),
      list: () => (list ? editor.removeList() : editor.makeUnorderedList()),
      quote: () => (editor.hasFormat('BLOCKQUOTE') ? editor.decreaseQuoteLevel() : editor.increaseQuoteLevel()),
      code: () => editor.toggleCode(),
      link: () => this.link(button),
      attach: () => this.element.querySelector('#attach').click(),
      mention: () => { editor.focus(); editor.insertPlainText('@', false); this.lookForMention(); },
    };
    actions[button.dataset.format]();
    if (button.dataset.format !== 'attach') editor.focus();
    this.pressed();
  }

  link(button) {
    const { editor } = this.writing;
    if (editor.hasFormat('A')) {
      editor.removeLink();
      return;
    }
    const address = prompt(button.dataset.ask, 'https://');
    if (address && /^(https?:|mailto:|tel:)./i.test(address)) editor.makeLink(address);
  }

  pressed() {
    const { editor } = this.writing;
    const formats = { bold: 'B', italic: 'I', list: 'UL', quote: 'BLOCKQUOTE', code: 'CODE', link: 'A' };
    for (const [name, tag] of Object.entries(formats)) {
      this.element.querySelector(`[data-format=${name}]`)?.setAttribute('aria-pressed', editor.hasFormat(tag));
    }
    this.element.querySelector('[role=toolbar]').setAttribute('aria-controls', this.writing.place.id);
  }

  along(event, selector) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.element.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    all.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
    next.focus();
    if (next.matches('[role=tab]')) this.show(next.dataset.mode, false);
  }

  keys(event) {
    if (event.key !== 'Escape' || !event.target.closest('.c-text, input')) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.list && !this.list.hidden) {
      this.list.hidden = true;
      return;
    }
    this.writing.save();
    document.activeElement.blur();
    document.getElementById('talk')?.focus();
  }

  drag(event) {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    this.element.toggleAttribute('data-dropping', event.type === 'dragover');
    if (event.type === 'drop') this.attach([...event.dataTransfer.files]);
  }

  async attach(files) {
    const { kind, panel } = this.writing;
    for (const file of files) {
      const body = new FormData();
      body.append('file', file, file.name || 'image.png');
      try {
        const answer = await send(`/tickets/${this.code}/draft/${kind}/files`, 'POST', body);
        await htmx.swap({ sourceElement: panel, target: panel.querySelector('.c-files'), swap: 'outerHTML', text: await answer.text() });
      } catch (error) {
        say(error.message, { bad: true });
      }
    }
  }

  sending(ctx) {
    const panel = ctx.sourceElement.closest?.('.c-panel');
    if (!panel || ctx.sourceElement !== panel) return;
    const writing = this.writings[panel.dataset.kind];
    clearTimeout(writing.waiting);
    ctx.request.body.set('html', writing.text() || writing.place.querySelector('img') ? writing.html() : '');
  }

  sent(ctx) {
    const panel = ctx.sourceElement.closest?.('.c-panel');
    if (!panel || ctx.sourceElement !== panel || ctx.response.status >= 400) return;
    this.writings[panel.dataset.kind].empty();
    const undo = ctx.response.headers.get('Pronto-Undo');
    if (undo) {
      say(this.words.leaving, { action: this.words.undo, seconds: 5, onAction: async () => {
        try {
          await send(undo, 'DELETE');
          document.dispatchEvent(new CustomEvent('pronto:draft', { detail: { code: this.code } }));
        } catch (error) {
          say(error.message, { bad: true });
        }
      } });
    }
    document.getElementById('talk')?.focus();
  }

  insert(html) {
    this.writing.editor.focus();
    this.writing.editor.insertHTML(html);
    this.writing.changed();
  }

  mentions() {
    this.list = this.element.querySelector('.c-mentions');
    const { note } = this.writings;
    note.place.addEventListener('input', () => this.lookForMention());
    note.place.addEventListener('keydown', (event) => this.mentionKeys(event), true);
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) this.mention(option);
    });
  }

  lookForMention() {
    const selection = getSelection();
    const before = selection.anchorNode?.textContent?.slice(0, selection.anchorOffset) ?? '';
    const [, typed] = before.match(/(?:^|\s)@([\p{L}.]{0,20})$/u) ?? [];
    if (typed === undefined || this.mode !== 'note') {
      this.list.hidden = true;
      return;
    }
    this.typed = typed;
    let first = true;
    for (const option of this.list.querySelectorAll('[role=option]')) {
      const fits = option.dataset.name.toLowerCase().split(' ').some((part) => part.startsWith(typed.toLowerCase()));
      option.hidden = !fits;
      option.setAttribute('aria-selected', fits && first);
      if (fits) first = false;
    }
    this.list.hidden = first;
    const where = selection.getRangeAt(0).getBoundingClientRect();
    const box = this.element.getBoundingClientRect();
    this.list.style.insetInlineStart = `${Math.max(8, (where.left || box.left + 16) - box.left)}px`;
    this.list.style.insetBlockEnd = `${box.bottom - (where.top || box.top + 48) + 4}px`;
  }

  mentionKeys(event) {
    if (this.list.hidden) return;
    const options = [...this.list.querySelectorAll('[role=option]:not([hidden])')];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      options.forEach((option, n) => option.setAttribute('aria-selected', n === (at + step + options.length) % options.length));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.mention(options[at]);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  mention(option) {
    const { editor } = this.writings.note;
    const selection = getSelection();
    const range = document.createRange();
    range.setStart(selection.anchorNode, selection.anchorOffset - this.typed.length - 1);
    range.setEnd(selection.anchorNode, selection.anchorOffset);
    editor.setSelection(range);
    const name = document.createElement('span');
    name.dataset.mention = option.dataset.id;
    name.textContent = `@${option.dataset.name}`;
    editor.insertHTML(`${name.outerHTML}&nbsp;`);
    this.list.hidden = true;
    this.writings.note.changed();
  }
}

function start() {
  const element = document.getElementById('composer');
  if (!element || composer?.element === element) return;
  composer = new Composer(element);
}

document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  if (ctx?.target?.id === 'work') Object.values(composer?.writings ?? {}).forEach((writing) => writing.save());
});
document.addEventListener('htmx:after:swap', start);
document.addEventListener('pronto:draft', async ({ detail: { code } }) => {
  if (composer?.code !== code) return;
  htmx.ajax('GET', `/tickets/${code}`, { target: '#work', swap: 'innerHTML' });
});
document.addEventListener('pronto:insert', (event) => composer?.insert(event.detail.html));
addEventListener('pagehide', () => Object.values(composer?.writings ?? {}).forEach((writing) => writing.save()));
start();
