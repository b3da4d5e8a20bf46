// Where list and ticket stand side by side the way back changes the ticket alone: the list stays, and its place in it.
const narrow = () => matchMedia('(max-width: 48rem)').matches;
const queue = () => document.getElementById('queue');
const work = () => document.getElementById('work');
const here = () => location.pathname + location.search;
const lane = (path) => new URL(path, location.origin).searchParams.get('view') ?? 'all';

// The list with no ticket open, as it was when the first one was: its address, and what stood beside it.
let alone;

document.addEventListener('click', (event) => {
  if (!event.target.closest('.q-row') || document.getElementById('ticket') || !work()) return;
  alone = { queue: queue(), path: here(), title: document.title, html: work().innerHTML };
}, true);

function mark(path) {
  for (const row of document.querySelectorAll('#queue-list .q-row')) {
    if (row.getAttribute('href') === path) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }
}

async function open(path) {
  const list = document.getElementById('queue-list');
  const { scrollTop } = list;
  mark(path);
  await htmx.ajax('GET', path, { target: '#work', swap: 'innerHTML show:none' });
  list.scrollTop = scrollTop;
}

async function nothing() {
  await htmx.swap({ sourceElement: work(), target: work(), swap: 'innerHTML', text: alone.html });
  document.getElementById('side').replaceChildren();
  document.title = alone.title;
  mark();
}

document.addEventListener('htmx:before:history:restore', (event) => {
  if (event.defaultPrevented || narrow() || !queue()) return;
  const { path } = event.detail;
  const ofThisList = /^\/tickets\/T-[^/?]+(\?|$)/.test(path) && lane(path) === queue().dataset.lane;
  if (ofThisList) {
    event.preventDefault();
    open(path);
  } else if (alone?.queue === queue() && alone.path === path) {
    event.preventDefault();
    nothing();
  }
});
