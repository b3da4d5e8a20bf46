// Dialogs: each comes from the server when it is asked for and shows what is true then. data-opens names its address,
// or one of the open ticket's.
import { send } from './forms.js';
import { say } from './said.js';

document.addEventListener('click', (event) => {
  const name = event.target.closest('[data-opens]')?.dataset.opens;
  if (!name) return;
  const code = document.getElementById('ticket')?.dataset.code;
  if (name.startsWith('/')) open(name);
  else if (code) open(`/tickets/${code}/dialogs/${name}`);
});

async function open(path) {
  document.getElementById('dialog')?.remove();
  try {
    const answer = await send(path, 'GET');
    document.body.insertAdjacentHTML('beforeend', await answer.text());
  } catch (error) {
    say(error.message, { bad: true });
    return;
  }
  const dialog = document.getElementById('dialog');
  htmx.process(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog || event.target.closest('[data-closes]')) dialog.close(); });
  dialog.addEventListener('htmx:after:request', ({ detail: { ctx } }) => { if (ctx.response.status < 400 && ctx.request.method !== 'GET') dialog.close(); });
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

// A list that fits what goes wrong ticks its things; more or less of them may be ticked afterwards.
document.addEventListener('change', ({ target }) => {
  const things = target.dataset?.ticks?.split(' ');
  if (!things) return;
  for (const box of target.form.querySelectorAll('[type=checkbox]')) box.checked = things.includes(box.value);
});
