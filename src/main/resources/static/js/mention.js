// Calling a colleague in a note: by @ and the first letters, or by the button.
export class Mentions {
  constructor(list, box, editor) {
    Object.assign(this, { list, box, editor });
    editor.place.addEventListener('input', () => this.look());
    editor.place.addEventListener('keydown', (event) => this.keys(event), true);
    editor.place.addEventListener('blur', () => this.hide());
    // The blank behind a name is there already: the one that is typed by habit is that one.
    editor.place.addEventListener('beforeinput', (event) => {
      if (this.called && event.data === ' ' && /\s$/.test(this.written())) event.preventDefault();
      this.called = false;
    });
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) this.choose(option);
    });
  }

  get open() {
    return !this.list.hidden;
  }

  hide() {
    this.list.hidden = true;
  }

  begin() {
    this.editor.focus();
    const before = this.before();
    this.editor.squire.insertPlainText(before && !/\s$/.test(before) ? ' @' : '@', false);
    this.look();
  }

  before() {
    const { anchorNode, anchorOffset } = getSelection();
    return anchorNode?.nodeType === Node.TEXT_NODE ? anchorNode.textContent.slice(0, anchorOffset) : '';
  }

  /** All that stands before the caret, in whatever parts. */
  written() {
    const { anchorNode, anchorOffset } = getSelection();
    const range = document.createRange();
    range.setStart(this.editor.place, 0);
    range.setEnd(anchorNode, anchorOffset);
    return range.toString();
  }

  look() {
    const [, typed] = this.before().match(/(?:^|\s)@([\p{L}.]{0,20})$/u) ?? [];
    if (typed === undefined) {
      this.hide();
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
    this.stand();
  }

  stand() {
    const where = getSelection().getRangeAt(0).getBoundingClientRect();
    const box = this.box.getBoundingClientRect();
    const most = Math.max(8, box.width - this.list.offsetWidth - 8);
    this.list.style.insetInlineStart = `${Math.min(most, Math.max(8, (where.left || box.left + 16) - box.left))}px`;
    this.list.style.insetBlockEnd = `${box.bottom - (where.top || box.top + 48) + 4}px`;
  }

  keys(event) {
    if (!this.open) return;
    const options = [...this.list.querySelectorAll('[role=option]:not([hidden])')];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      options.forEach((option, n) => option.setAttribute('aria-selected', n === (at + step + options.length) % options.length));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.choose(options[at]);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  choose(option) {
    const { anchorNode, anchorOffset } = getSelection();
    const range = document.createRange();
    range.setStart(anchorNode, anchorOffset - this.typed.length - 1);
    range.setEnd(anchorNode, anchorOffset);
    this.editor.squire.setSelection(range);
    const name = document.createElement('span');
    name.dataset.mention = option.dataset.id;
    name.textContent = `@${option.dataset.name}`;
    this.editor.insert(`${name.outerHTML}&nbsp;`);
    this.called = true;
    this.hide();
  }
}
