// One ticket: its conversation stays where one reads it, its frames are as tall as what they show, dialogs open by name.
import { send } from './forms.js';
import { say } from './said.js';

const ticket = () => document.getElementById('ticket');
const talk = () => document.getElementById('talk');
const narrow = () => matchMedia('(max-width: 48rem)').matches;
const atEnd = (element) => element.scrollHeight - element.scrollTop - element.clientHeight < 80;

let followed = true;
function toEnd() {
  const place = talk();
  if (!place) return;
  place.scrollTop = place.scrollHeight;
}

// What was said last is read from its beginning, however long it is; until somebody scrolls, nothing that loads moves it.
const newest = () => [...document.querySelectorAll('#talk > .msg:not(.msg--event)')].at(-1);
let begun = false;
function toNewest() {
  const place = talk();
  const last = newest();
  if (!place || !last) return;
  begun = true;
  if (narrow()) {
    if (last.getBoundingClientRect().top > innerHeight) last.scrollIntoView({ block: 'start' });
    return;
  }
  place.scrollTop = Math.min(place.scrollHeight, place.scrollTop + last.getBoundingClientRect().top - place.getBoundingClientRect().top);
}
for (const moved of ['wheel', 'pointerdown', 'touchmove', 'keydown']) {
  document.addEventListener(moved, (event) => { if (event.target.closest?.('#talk')) begun = false; }, { passive: true });
}

let before;
let answered = false;
document.addEventListener('htmx:before:swap', () => {
  followed = !talk() || atEnd(talk());
  before = newest()?.id;
});
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches?.('.c-panel') && ctx.response.status < 400) answered = true;
});
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  if (isAct(ctx)) acting = 0;
  frames();
  if (ctx?.target?.id === 'work') {
    if (narrow()) scrollTo(0, 0);
    toNewest();
    arrive();
  } else if (newest()?.id === before) {
    if (begun) toNewest();
    else if (followed) toEnd();
  } else if (answered || followed) {
    answered = false;
    toNewest();
  }
  mayWrite();
});

// While an act of ours is under way its answer draws what has changed, and says what was done: news of it may come sooner.
const LONGEST_ACT = 20_000;
let acting = 0;
const isAct = (ctx) => Boolean(ctx?.request) && ctx.request.method !== 'GET';
const underWay = () => acting && performance.now() - acting < LONGEST_ACT;
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => { if (isAct(ctx)) acting = performance.now(); });
document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
  if (!isAct(ctx)) return;
  acting = 0;
  mayWrite();
});

// Whether one may write here comes and goes with the ticket's state, by whoever's hand.
function mayWrite() {
  if (underWay()) return;
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
  if (!place) return;
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
    if (begun) toNewest();
    else if (followed) toEnd();
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
    if (copied.dataset.copied) say(copied.dataset.copied);
  }
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
toNewest();
arrive();
