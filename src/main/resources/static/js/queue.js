// The list of tickets: keys, selection, and news that wait at the top so that no row moves under a pointer.
import { leaveList } from './back.js';
import { send } from './forms.js';

const rows = () => [...document.querySelectorAll('#queue-list .q-row')];
const queue = () => document.getElementById('queue');
const current = () => document.querySelector('.q-row[aria-current]');

function mark(row) {
  for (const other of rows()) if (other !== row) other.removeAttribute('aria-current');
  row?.setAttribute('aria-current', 'true');
}

document.addEventListener('click', (event) => {
  const row = event.target.closest('.q-row');
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  mark(row);
  row.removeAttribute('data-arrived');
  leaveList(row);
  document.getElementById('panes')?.setAttribute('data-show', 'detail');
});

// Moving along the list opens at once, but a key held down opens only where it stops.
let opening;
let brought;
function move(step, extend) {
  const all = rows();
  if (!all.length) return;
  const focused = all.indexOf(document.activeElement?.closest?.('.q-row'));
  const at = focused >= 0 ? focused : all.indexOf(current());
  // The first of those that were just brought in is shown, but not opened yet: it comes next.
  if (all[at] === brought && step > 0 && !extend) step = 0;
  brought = undefined;
  const row = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  if (extend) {
    pick(all[Math.max(0, at)], true);
    pick(row, true);
  }
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  if (extend) return;
  mark(row);
  clearTimeout(opening);
  opening = setTimeout(() => row.isConnected && row.click(), 140);
}

const box = (row) => row?.closest('.q-item')?.querySelector('.q-pick');
function pick(row, on) {
  const check = box(row);
  if (!check) return;
  check.checked = on ?? !check.checked;
  bulk();
}

function bulk() {
  const picked = document.querySelectorAll('.q-pick:checked').length;
  const bar = document.getElementById('bulk');
  if (!bar) return;
  bar.hidden = !picked;
  document.getElementById('queue-list')?.toggleAttribute('data-picking', picked > 0);
  const count = document.getElementById('bulk-count');
  count.textContent = count.dataset.word.replace('{count}', picked);
}

function clearPicks() {
  document.querySelectorAll('.q-pick:checked').forEach((check) => { check.checked = false; });
  bulk();
}

document.addEventListener('change', (event) => { if (event.target.matches('.q-pick')) bulk(); });
document.addEventListener('click', (event) => { if (event.target.closest('[data-bulk-clear]')) clearPicks(); });
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches?.('#bulk, [data-bulk]') && ctx.request.method !== 'GET' && ctx.response.status < 400) {
    clearPicks();
  }
});

document.addEventListener('pronto:key', (event) => {
  if (!queue()) return;
  const { name } = event.detail;
  const actions = {
    j: () => move(1), k: () => move(-1), 'Shift+j': () => move(1, true), 'Shift+k': () => move(-1, true),
    x: () => pick(document.activeElement?.closest?.('.q-row') ?? current()),
  };
  if (event.target.closest?.('#queue')) {
    actions.ArrowDown = actions.j;
    actions.ArrowUp = actions.k;
  }
  if (name === 'Escape' && document.querySelector('.q-pick:checked')) actions.Escape = clearPicks;
  if (!actions[name]) return;
  event.preventDefault();
  actions[name]();
});

// What changed: rows that are shown are drawn anew in their places, tickets that are not here are counted above.
let asking;
let concerned = new Set();
const came = new Set();
document.addEventListener('pronto:changed', ({ detail: { names } }) => {
  const list = document.getElementById('queue-list');
  if (!list) return;
  const changed = names.filter((name) => name.startsWith('ticket:')).map((name) => name.slice(7));
  if (!changed.length) return;
  changed.forEach((id) => concerned.add(id));
  clearTimeout(asking);
  asking = setTimeout(bringUp, 120);
});

async function bringUp() {
  const pane = queue();
  if (!pane) return;
  const shown = [...document.querySelectorAll('.q-item')].map((item) => item.dataset.id);
  const all = concerned.has('*');
  const rowsToDraw = shown.filter((id) => all || concerned.has(id)).slice(0, 100);
  for (const id of concerned) {
    came.delete(id);
    if (id !== '*' && !shown.includes(id)) came.add(id);
  }
  concerned = new Set();
  const { lane, q } = pane.dataset;
  const list = document.getElementById('queue-list');
  const { newest } = list.dataset;
  const before = priorities();
  const body = new URLSearchParams({
    view: lane, q, rows: rowsToDraw.join(','), shown: shown.join(','), came: [...came].slice(-100).join(','), all, newest,
  });
  try {
    const answer = await send('/queue/news', 'POST', body);
    const text = await answer.text();
    if (!list.isConnected) {
      // It was drawn anew meanwhile, and what was asked about the former is not true of this one.
      bringUp();
      return;
    }
    await htmx.swap({ sourceElement: pane, target: pane, swap: 'none', text });
    bulk();
    const after = priorities();
    if ([...after].some(([id, priority]) => before.has(id) && before.get(id) !== priority)) misplaced = true;
    settle();
  } catch {
    // The stream is back soon, and says again what is to be asked.
  }
}

// A row whose priority changed stands elsewhere now: it goes there as soon as no hand is on the list.
let misplaced = false;
const PAGE = 60;
const priorities = () => new Map([...document.querySelectorAll('.q-item')].map((item) => [item.dataset.id, item.querySelector('.p')?.textContent]));

async function settle() {
  const list = document.getElementById('queue-list');
  if (!misplaced || !list || list.matches(':hover') || list.contains(document.activeElement) || rows().length > PAGE) return;
  misplaced = false;
  const { lane, q } = queue().dataset;
  const arrived = [...waiting().map((item) => item.dataset.id), ...came].join(',');
  await htmx.ajax('GET', `/queue?view=${lane}&q=${encodeURIComponent(q)}&arrived=${arrived}`, { target: '#queue-list', swap: 'outerMorph' });
  if (arrived) bringUp();
}
for (const left of ['pointerout', 'focusout']) {
  document.addEventListener(left, (event) => { if (misplaced && event.target.closest?.('#queue-list')) setTimeout(settle, 50); });
}

// Those that were brought in stay together until somebody opened or took them.
const waiting = () => [...document.querySelectorAll('.q-item:has(.q-row[data-arrived]:not([data-gone]) .av--none)')];

document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
  if (!ctx.sourceElement.matches?.('.q-new')) return;
  ctx.bringsIn = true;
  ctx.request.action += waiting().map((item) => `,${item.dataset.id}`).join('');
});

// What the list holds now is news no more, and no ticket stands in it twice.
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const known = new Set();
  for (const item of document.querySelectorAll('.q-item')) {
    came.delete(item.dataset.id);
    if (known.has(item.dataset.id)) item.remove();
    known.add(item.dataset.id);
  }
  if (ctx?.bringsIn) showArrived();
});

function showArrived() {
  const row = document.querySelector('.q-row[data-arrived]');
  if (!row) return;
  if (matchMedia('(max-width: 48rem)').matches) scrollTo(0, 0);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: row.getBoundingClientRect().top > innerHeight / 2 ? 'start' : 'nearest' });
  brought = row;
}

// Which ticket is open is known here: a list that is drawn anew need not be told.
function showOpen(opened) {
  const code = document.getElementById('ticket')?.dataset.code;
  const walking = document.activeElement?.closest?.('.q-row');
  if (!code || (current() && (!opened || walking))) return;
  const row = rows().find((one) => one.closest('.q-item').querySelector('.q-pick')?.value === code);
  mark(row);
  if (opened) row?.scrollIntoView({ block: 'nearest' });
}
if (queue()) showOpen(true);

document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  if (!queue()) return;
  showOpen(ctx?.target?.id === 'work');
  bulk();
});

const span = (minutes) => minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`;

// Times run on without asking anybody.
setInterval(() => {
  for (const place of document.querySelectorAll('[data-due]')) {
    const left = Math.trunc((Date.parse(place.dataset.due) - Date.now()) / 60000);
    if (Math.abs(left) < 1440) place.textContent = (left < 0 ? '\u2212' : '') + span(Math.abs(left));
    if (Date.parse(place.dataset.due) < Date.now()) place.closest('.sla').classList.replace('sla--running', 'sla--late');
  }
  for (const place of document.querySelectorAll('[data-since]')) {
    const minutes = Math.floor((Date.now() - Date.parse(place.dataset.since)) / 60000);
    if (minutes >= 0 && minutes < 1440) place.textContent = span(minutes);
  }
}, 20000);
