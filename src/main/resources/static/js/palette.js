// The command palette: what can be done on this screen, where one can go, and what the search finds.
import Combobox from '../vendor/github-combobox-nav-3.0.2/index.js';
import { commands, kbd, labelOf } from './keys.js';

const dialog = document.getElementById('palette');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('[role=listbox]');
let box;
let asked;
let found = [];

const icon = (element) => element.querySelector('svg.i use')?.getAttribute('href') ?? '#i-chevron-right';
const matches = (label, words) => words.every((word) => label.toLowerCase().includes(word));

function option({ label, icon: shape, keys, note, run }, index) {
  const item = document.createElement('div');
  item.setAttribute('role', 'option');
  item.id = `palette-${index}`;
  item.className = 'pal';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', shape);
  svg.append(use);
  item.append(svg, Object.assign(document.createElement('span'), { className: 'grow trim', textContent: label }));
  if (note) item.append(Object.assign(document.createElement('span'), { className: 'quiet xs trim', textContent: note }));
  if (keys) item.append(Object.assign(document.createElement('kbd'), { textContent: kbd(keys) }));
  item.addEventListener('click', () => { dialog.close(); run(); });
  return item;
}

function group(title, entries, from) {
  if (!entries.length) return [];
  const heading = Object.assign(document.createElement('div'), { className: 'dlg__group', textContent: title });
  heading.setAttribute('role', 'presentation');
  return [heading, ...entries.map((entry, n) => option(entry, from + n))];
}

function draw() {
  const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const keep = (entries) => entries.filter(({ label }) => matches(label, words));
  const here = keep(commands().filter((button) => !button.matches('input, [data-plain]')).map((button) => ({
    label: labelOf(button), icon: icon(button), keys: button.dataset.key.split(' ')[0], run: () => button.click(),
  })));
  const ways = keep([...document.querySelectorAll('.nav a[href]:not(.logo, [data-twice]), [data-palette]')].map((link) => ({
    label: labelOf(link), icon: icon(link), keys: link.dataset.goto, run: () => link.click(),
  })));
  const { here: hereTitle, places: placesTitle, none } = list.dataset;
  const groups = words.length ? [...found.map(([title, entries]) => [title, entries]), [hereTitle, here], [placesTitle, ways]]
    : [[hereTitle, here], [placesTitle, ways]];
  let count = 0;
  const nodes = groups.flatMap(([title, entries]) => {
    const drawn = group(title, entries, count);
    count += entries.length;
    return drawn;
  });
  if (!count) {
    const nothing = Object.assign(document.createElement('p'), { className: 'dlg__none', textContent: none });
    nothing.setAttribute('role', 'presentation');
    nodes.push(nothing);
  }
  box?.clearSelection();
  list.replaceChildren(...nodes);
  box?.navigate(1);
}

async function ask() {
  asked?.abort();
  const words = input.value.trim();
  if (!words) {
    found = [];
    draw();
    return;
  }
  asked = new AbortController();
  try {
    const answer = await fetch(`/palette?q=${encodeURIComponent(words)}`, { signal: asked.signal, headers: { 'HX-Request': 'true' } });
    if (!answer.ok) return;
    const groups = await answer.json();
    found = groups.map(({ title, items }) => [title, items.map((item) => ({
      label: item.label, note: item.note, icon: `#i-${item.icon}`, run: () => { location.href = item.path; },
    }))]);
    draw();
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

let waiting;
const typed = () => {
  draw();
  clearTimeout(waiting);
  waiting = setTimeout(ask, 90);
};

if (dialog) {
  box = new Combobox(input, list, { tabInsertsSuggestions: false });
  dialog.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => {
    box.stop();
    asked?.abort();
    input.removeEventListener('input', typed);
  });
}

function open() {
  if (!dialog || dialog.open) return;
  input.value = '';
  found = [];
  dialog.showModal();
  box.start();
  // After the box's own listener, which would take the first option's mark away again.
  input.addEventListener('input', typed);
  draw();
}

document.addEventListener('pronto:palette', open);
document.addEventListener('click', (event) => { if (event.target.closest('[data-open=palette]')) open(); });
document.addEventListener('click', (event) => { if (event.target.matches('.dlg--keys')) event.target.close(); });
