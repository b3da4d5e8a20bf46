// The buttons of a text: each names its format, and shows whether it is on where one writes.
const TAGS = { bold: 'B', italic: 'I', list: 'UL', 'list-ordered': 'OL', quote: 'BLOCKQUOTE', code: 'CODE', link: 'A' };

const toggle = (squire, tag, off, on) => (squire.hasFormat(tag) ? off.call(squire) : on.call(squire));

const ACTS = {
  bold: (squire) => toggle(squire, 'B', squire.removeBold, squire.bold),
  italic: (squire) => toggle(squire, 'I', squire.removeItalic, squire.italic),
  list: (squire) => toggle(squire, 'UL', squire.removeList, squire.makeUnorderedList),
  'list-ordered': (squire) => toggle(squire, 'OL', squire.removeList, squire.makeOrderedList),
  quote: (squire) => toggle(squire, 'BLOCKQUOTE', squire.decreaseQuoteLevel, squire.increaseQuoteLevel),
  code: (squire) => squire.toggleCode(),
  link: (squire, button) => link(squire, button),
};

function link(squire, button) {
  if (squire.hasFormat('A')) {
    squire.removeLink();
    return;
  }
  const address = prompt(button.dataset.ask, 'https://');
  if (address && /^(https?:|mailto:|tel:)./i.test(address)) squire.makeLink(address);
}

/** Whether the button was one of ours. */
export function format(button, editor) {
  const act = ACTS[button.dataset.format];
  if (!act) return false;
  act(editor.squire, button);
  editor.focus();
  return true;
}

export function pressed(bar, editor) {
  for (const button of bar.querySelectorAll('[data-format]')) {
    const tag = TAGS[button.dataset.format];
    if (tag) button.setAttribute('aria-pressed', editor.squire.hasFormat(tag));
  }
}

/** The arrows walk a row of buttons of which one is reached by Tab. */
export function along(event, all) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return undefined;
  event.preventDefault();
  const seen = all.filter((one) => one.checkVisibility());
  const next = seen[(seen.indexOf(document.activeElement) + step + seen.length) % seen.length];
  all.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
  next.focus();
  return next;
}
