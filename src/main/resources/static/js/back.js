// On a narrow screen list and ticket take turns: whoever goes back from a ticket is where they left the list.
import { sideEntry } from './side.js';

const KEPT = 'place in the list';
const narrow = () => matchMedia('(max-width: 48rem)').matches;
const panes = () => document.getElementById('panes');
const shows = (what) => narrow() && panes()?.dataset.show === what;
const here = () => location.pathname + location.search;

// The address of the list whose ticket was opened from it: it stands before the ticket's in the history.
let left;

/** Keeps where in the list one was when this row was opened: the row, and how far down it stood. */
export function leaveList(row) {
  if (!shows('list')) return;
  left = here();
  const item = row.closest('.q-item');
  sessionStorage.setItem(KEPT, JSON.stringify({ left, row: item.id, top: item.getBoundingClientRect().top, y: scrollY }));
  // While the list is away the page is shorter, and what the browser keeps is not the place.
  history.scrollRestoration = 'manual';
}

function toPlace() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  if (kept.left !== here()) return;
  const item = document.getElementById(kept.row);
  scrollTo(0, item ? scrollY + item.getBoundingClientRect().top - kept.top : kept.y);
  item?.querySelector('.q-row').focus({ preventScroll: true });
}

/** The list as it was left, with what came meanwhile. */
async function showList() {
  left = undefined;
  panes().dataset.show = 'list';
  document.title = `${document.getElementById('queue').getAttribute('aria-label')} · Pronto`;
  const work = document.getElementById('work');
  await htmx.swap({ sourceElement: work, target: work, swap: 'innerHTML', text: '' });
  document.getElementById('side').replaceChildren();
  toPlace();
}

document.addEventListener('click', (event) => {
  const way = event.target.closest('.t-back');
  if (!way || !shows('detail') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (left) {
    history.go(sideEntry() ? -2 : -1);
    return;
  }
  history.replaceState({ htmx: true }, '', location.href);
  history.pushState({ htmx: true }, '', way.getAttribute('href'));
  showList();
});

document.addEventListener('htmx:before:history:restore', (event) => {
  const list = left ?? document.querySelector('.t-back')?.getAttribute('href');
  if (!shows('detail') || event.detail.path !== list) return;
  event.preventDefault();
  showList();
});

// Loaded anew by a way back from elsewhere, the list begins where it was left too.
if (shows('list') && performance.getEntriesByType('navigation')[0]?.type !== 'navigate') toPlace();
