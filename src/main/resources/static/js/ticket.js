// One ticket: its conversation stays where one reads it, its frames are as tall as what they show, dialogs open by name.
import { send } from './forms.js';
import { say } from './said.js';

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
    toEnd();
    arrive();
  } else if (followed) toEnd();
});

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
  const opens = event.target.closest('[data-opens]');
  if (opens) opened(opens.dataset.opens);
  if (event.target.closest('[data-side]')) {
    const panes = document.getElementById('panes');
    if (panes.dataset.side === 'open') delete panes.dataset.side;
    else panes.dataset.side = 'open';
  } else if (!event.target.closest('.t-side')) document.getElementById('panes')?.removeAttribute('data-side');
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target) || event.target.closest('.menu__list')) menu.open = false;
  }
});

// A dialog comes from the server when it is asked for: it shows what is true now.
async function opened(name) {
  const code = ticket()?.dataset.code;
  if (!code) return;
  document.getElementById('dialog')?.remove();
  try {
    const answer = await send(`/tickets/${code}/dialogs/${name}`, 'GET');
    document.body.insertAdjacentHTML('beforeend', await answer.text());
  } catch (error) {
    say(error.message, { bad: true });
    return;
  }
  const dialog = document.getElementById('dialog');
  htmx.process(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('htmx:after:request', ({ detail: { ctx } }) => { if (ctx.response.status < 400 && ctx.request.method !== 'GET') dialog.close(); });
  dialog.dispatchEvent(new CustomEvent('pronto:opened', { bubbles: true, detail: { name } }));
  dialog.showModal();
}

// In a dialog with a list the arrows walk it, and Enter in its field takes the first.
document.addEventListener('keydown', (event) => {
  const dialog = event.target.closest?.('#dialog');
  if (!dialog?.querySelector('[data-list]')) return;
  const picks = [...dialog.querySelectorAll('[data-pick]')];
  const at = picks.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    (picks[at + step] ?? dialog.querySelector('input')).focus();
  } else if (event.key === 'Enter' && at < 0) {
    event.preventDefault();
    picks[0]?.click();
  }
});
document.addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-insert]');
  if (!chosen) return;
  chosen.closest('dialog')?.close();
  document.dispatchEvent(new CustomEvent('pronto:insert', { detail: { html: chosen.dataset.insert } }));
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
