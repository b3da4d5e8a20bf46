// The keyboard: a control names its key in data-key ("r", "Shift+J", "Control+Enter"), a link its way in data-goto ("g c").
// Keys match the character typed, so they work on every layout; single ones are inert while typing or when switched off.
const typing = (element) => element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');
const on = () => document.documentElement.dataset.keys !== 'off';
// What lies in a closed menu is as far away as the menu.
const handle = (element) => (element.closest('details.menu:not([open])')?.querySelector('summary') ?? element);
const visible = (element) => handle(element).checkVisibility({ visibilityProperty: true }) && !element.disabled;
const dialogOpen = () => document.querySelector('dialog[open]');

let leader = '';
let forget;

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && (event.key.length > 1 || key !== event.key) ? 'Shift+' : '';
  return (event.ctrlKey || event.metaKey ? 'Control+' : '') + shift + key;
}

export const kbd = (name) => name
  .replace('Control+', 'Ctrl ').replace('Shift+', 'Shift ').replace('Enter', '↵').replace('Escape', 'Esc')
  .split(' ').map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(' ');

export const commands = () => [...document.querySelectorAll('[data-key]')].filter(visible);

const press = (element) => {
  if (element.matches('input, textarea, [contenteditable]')) element.focus();
  else element.click();
};

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const name = nameOf(event);
  if (name === 'Control+k') {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent('pronto:palette'));
    return;
  }
  const scope = dialogOpen() ?? document;
  const single = !name.startsWith('Control+');
  if (single && (!on() || typing(event.target) || event.getModifierState('AltGraph'))) return;

  if (scope === document && single) {
    const way = leader && document.querySelector(`[data-goto="${CSS.escape(`${leader} ${name}`)}"]`);
    if (way) {
      event.preventDefault();
      leader = '';
      way.click();
      return;
    }
    leader = '';
    if (document.querySelector(`[data-goto^="${CSS.escape(name)} "]`)) {
      leader = name;
      clearTimeout(forget);
      forget = setTimeout(() => { leader = ''; }, 1500);
      return;
    }
    if (name === '?') {
      event.preventDefault();
      allKeys();
      return;
    }
  }
  const news = new CustomEvent('pronto:key', { bubbles: true, cancelable: true, detail: { name } });
  if (scope === document && !event.target.dispatchEvent(news)) {
    event.preventDefault();
    return;
  }
  const inside = event.target.closest?.('form, [data-keys-here]');
  const found = [...scope.querySelectorAll(`[data-key~="${CSS.escape(name)}"]`)].filter(visible);
  const target = found.find((element) => inside?.contains(element)) ?? found[0];
  if (!target) return;
  event.preventDefault();
  press(target);
});

// What works on this screen first; below it what works elsewhere, each key once.
function allKeys() {
  const dialog = document.getElementById('keys');
  if (!dialog) return;
  const list = dialog.querySelector('#keys-here');
  const ways = [...document.querySelectorAll('a[data-goto]')].map((link) => [link, link.dataset.goto]);
  const here = commands().map((button) => [button, button.dataset.key.split(' ')[0]]);
  const shown = new Set();
  const rows = [...here, ...ways].map(([element, name]) => {
    shown.add(kbd(name));
    return row(labelOf(element), kbd(name));
  });
  list.replaceChildren(...rows);
  for (const group of dialog.querySelectorAll('[data-keys]')) {
    for (const one of group.querySelectorAll('dl > div')) one.hidden = shown.has(one.querySelector('kbd').textContent);
    group.hidden = !group.querySelector('dl > div:not([hidden])');
  }
  dialog.showModal();
}

function row(label, keys) {
  const one = document.createElement('div');
  one.append(Object.assign(document.createElement('dt'), { textContent: label }), document.createElement('dd'));
  one.lastChild.append(Object.assign(document.createElement('kbd'), { textContent: keys }));
  return one;
}

export function labelOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('kbd, .n, .av, svg').forEach((part) => part.remove());
  return (element.dataset.label ?? element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? copy.textContent).trim();
}
