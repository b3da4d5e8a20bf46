// One ticket: its conversation stays where one reads it, its frames are as tall as what they show, dialogs open by name.
import { send } from './forms.js';

const ticket = () => document.getElementById('ticket');
const talk = () => document.getElementById('talk');
const atEnd = (element) => element.scrollHeight - element.scrollTop - element.clientHeight < 80;

let followed = true;
function toEnd() {
  const place = talk();
  if (!place) return;
  place.scrollTop = place.scrollHeight;
}

document.addEventListener('htmx:before:swap', () => { followed = !talk() || atEnd(talk()); });
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  frames();
  if (ctx?.target?.id === 'work') {
    if (matchMedia('(max-width: 48rem)').matches) scrollTo(0, 0);
    toEnd();
    arrive();
  } else if (followed) toEnd();
  mayWrite();
});

// Whether one may write here comes and goes with the ticket's state, by whoever's hand.
function mayWrite() {
  const head = document.getElementById('head');
  if (!head || (head.dataset.writing === 'yes') === Boolean(document.getElementById('composer'))) return;
  htmx.ajax('GET', ticket().dataset.path, { target: '#work', swap: 'innerHTML' });
}

// A mail as it was sent stands in a frame that runs nothing.
function frames(root = document) {
  for (const details of root.querySelectorAll('.msg__frame[open]')) frame(details);
}

function frame(details, images = false) {
  const place = details.querySelector('.frame');
  const path = details.dataset.frame + (images ? '?images=1' : '');
  const known = place.querySelector('iframe');
  if (known?.getAttribute('src') === path || (known && !images)) return;
  const inner = document.createElement('iframe');
  inner.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  inner.title = place.dataset.title;
  inner.loading = 'lazy';
  inner.addEventListener('load', () => {
    const height = inner.contentDocument?.documentElement.scrollHeight;
    if (height) inner.style.blockSize = `${Math.min(height + 4, 2400)}px`;
    if (followed) toEnd();
  });
  inner.src = path;
  place.replaceChildren(inner);
}

document.addEventListener('toggle', (event) => {
  if (event.target.matches?.('.msg__frame[open]')) frame(event.target);
}, true);

document.addEventListener('click', async (event) => {
  const images = event.target.closest('[data-images]');
  if (images) {
    frame(images.closest('.msg__frame'), true);
    images.remove();
  }
  const copied = event.target.closest('[data-copy]');
  if (copied) {
    await navigator.clipboard?.writeText(copied.dataset.copy);
    copied.classList.add('done');
  }
  if (event.target.closest('[data-side]')) {
    const panes = document.getElementById('panes');
    if (panes.dataset.side === 'open') delete panes.dataset.side;
    else panes.dataset.side = 'open';
  } else if (!event.target.closest('.t-side')) document.getElementById('panes')?.removeAttribute('data-side');
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target) || event.target.closest('.menu__list')) menu.open = false;
  }
});

document.addEventListener('pronto:key', (event) => {
  if (event.detail.name !== 'Escape' || !ticket()) return;
  const row = document.querySelector('.q-row[aria-current]');
  if (row && document.activeElement !== row) {
    event.preventDefault();
    row.focus();
  }
});

// Colleagues see who reads and who writes.
let writing = 0;
const state = () => (Date.now() - writing < 20000 ? 'writing' : 'reading');
document.addEventListener('input', (event) => {
  if (!event.target.closest?.('.c-text')) return;
  const first = Date.now() - writing > 20000;
  writing = Date.now();
  if (first) here();
});

let at;
function here() {
  const code = ticket()?.dataset.code;
  if (code && !document.hidden) send(`/tickets/${code}/presence`, 'POST', new URLSearchParams({ doing: state() })).catch(() => {});
}
function leave() {
  if (!at) return;
  fetch(`/tickets/${at}/presence`, { method: 'DELETE', keepalive: true, headers: { 'X-CSRF': document.querySelector('meta[name=csrf]')?.content ?? '' } }).catch(() => {});
  at = undefined;
}
function arrive() {
  const code = ticket()?.dataset.code;
  if (code === at) return;
  leave();
  at = code;
  writing = 0;
  here();
}
setInterval(here, 15000);
addEventListener('pagehide', leave);

frames();
toEnd();
arrive();
