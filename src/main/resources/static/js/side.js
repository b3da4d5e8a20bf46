// What explains a ticket opens over it where there is no room beside it; on a telephone the way back closes it.
const narrow = () => matchMedia('(max-width: 48rem)').matches;
const panes = () => document.getElementById('panes');
const open = () => panes()?.dataset.side === 'open';

let entry;

/** Whether the drawer has an entry of its own in the history. */
export const sideEntry = () => Boolean(entry);

function show() {
  panes().dataset.side = 'open';
  document.querySelector('#side [data-side]')?.focus();
  if (!narrow()) return;
  history.replaceState({ htmx: true }, '', location.href);
  history.pushState({ htmx: true }, '', location.href);
  entry = location.pathname + location.search;
}

const focusOpener = () => document.querySelector('.t-aside')?.focus();

function hide() {
  panes()?.removeAttribute('data-side');
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-side]');
  if (button && !open()) {
    show();
  } else if (open() && (button || !target.closest('.t-side'))) {
    hide();
    if (button && !entry) focusOpener();
    // A way elsewhere is gone by itself, and minds the entry.
    if (entry && (button || !target.closest('a, button'))) history.back();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !open()) return;
  event.preventDefault();
  document.querySelector('#side [data-side]')?.click();
});

document.addEventListener('htmx:before:history:restore', (event) => {
  if (!entry) return;
  if (event.detail.path === entry) event.preventDefault();
  entry = undefined;
  hide();
  focusOpener();
});
