// Requests carry the session's mark; a refusal is told beside the field it concerns, and nothing typed is lost.
import { done, keyOf } from './once.js';
import { say } from './said.js';

const csrf = () => document.querySelector('meta[name=csrf]')?.content ?? '';

document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
  if (ctx.request.method !== 'GET') ctx.request.headers['X-CSRF'] = csrf();
  if (ctx.request.method === 'POST') ctx.request.headers['Idempotency-Key'] = keyOf(ctx.sourceElement);
});

document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  const { status, headers } = ctx.response;
  if (ctx.request.method === 'POST' && (status < 400 || headers.get('Pronto-Refusal') === 'done-before')) done(ctx.sourceElement);
});

export async function send(path, method, body, how = {}) {
  const response = await fetch(path, { method, body, headers: { 'X-CSRF': csrf(), 'HX-Request': 'true' }, ...how });
  if (!response.ok) throw Object.assign(new Error(refusalOf(await response.text()).sentence), { status: response.status });
  return response;
}

const refusalOf = (html) => {
  const said = new DOMParser().parseFromString(html, 'text/html').querySelector('.refusal');
  return { sentence: said?.textContent.trim() ?? '', field: said?.dataset.field };
};

// A refusal of one of several values (`domains[1]`) belongs to the field that holds them all.
const fieldOf = (form, name) => name && [name, name.replace(/[.[].*$/, '')]
  .map((one) => form?.querySelector(`[data-field="${CSS.escape(one)}"]`)).find(Boolean);

function show(source, { sentence, field }) {
  const place = fieldOf(source?.closest('form'), field);
  if (!place) {
    say(sentence, { bad: true, seconds: 10 });
    return;
  }
  place.querySelector('.field__error').textContent = sentence;
  const input = place.querySelector(':is(input, select, textarea):not([type=hidden], [hidden]), [contenteditable=true]');
  input?.setAttribute('aria-invalid', 'true');
  input?.focus();
}

export function clear(place) {
  const error = place?.querySelector('.field__error');
  if (!error?.textContent) return;
  error.textContent = '';
  place.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
}

// A file field tells which file it holds in the reader's words, not in the browser's.
document.addEventListener('change', ({ target }) => {
  const place = document.getElementById(target.dataset?.names ?? '');
  if (place && target.files.length) place.textContent = [...target.files].map((file) => file.name).join(', ');
});

document.addEventListener('input', (event) => clear(event.target.closest?.('[data-field]')));
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  if (ctx.request.method === 'GET') return;
  ctx.sourceElement.closest?.('form')?.querySelectorAll('[data-field]').forEach(clear);
});

// A whole page in answer to a form takes the page's place, never a place within itself.
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (!ctx.select && ctx.response.status < 400 && /^\s*<!doctype html/i.test(ctx.text)) {
    Object.assign(ctx, { target: '#main', select: '#main', swap: 'outerHTML show:top' });
  }
});

// What was done is said at the foot of the screen, with its way back where there is one.
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  const { status, headers } = ctx.response;
  const said = headers.get('Pronto-Said');
  if (!said || status >= 400) return;
  const [method, path] = headers.get('Pronto-Back')?.split(' ') ?? [];
  say(decodeURIComponent(said), path ? {
    action: document.getElementById('said').dataset.undo,
    onAction: () => htmx.ajax(method, path, { swap: 'none' }),
  } : {});
});

// A region that fetches itself tries again by itself; whoever sent something has to know.
document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
  if (ctx && !ctx.response && ctx.request.method !== 'GET') {
    say(document.getElementById('said').dataset.unsent, { bad: true, seconds: 10 });
  }
});

document.addEventListener('htmx:before:swap', (event) => {
  const { ctx } = event.detail;
  const answer = ctx.response;
  if (!answer) return;
  if (answer.raw.redirected && new URL(answer.raw.url).pathname === '/sign-in') {
    event.preventDefault();
    location.reload();
  } else if (answer.status >= 400) {
    event.preventDefault();
    show(ctx.sourceElement, refusalOf(ctx.text));
  }
});
