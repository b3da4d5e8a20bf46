// An answer on its way can be taken back for some seconds: the offer ends when it left, or was taken back elsewhere.
import { send } from './forms.js';
import { say } from './said.js';

let offer;

const end = () => {
  offer?.close();
  offer = undefined;
};

/** `path` is the message that may still be taken back; `back` is called once it was. */
export function leaving(path, words, back) {
  end();
  // Where the message itself offers it in sight there is no room for a second offer over the composer.
  if (matchMedia('(max-width: 48rem)').matches) return;
  const close = say(words.leaving, { action: words.undo, seconds: 5, ends: true, onAction: async () => {
    try {
      await send(path, 'DELETE');
      back();
    } catch (error) {
      say(error.message, { bad: true });
    }
  } });
  offer = { path, close };
}

document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (ctx.request.method === 'DELETE' && offer && ctx.request.action.split('?')[0] === offer.path) end();
});

// Also where no relay takes it the offer under the message ends. Not by its time: this clock may differ from the server's.
function endsSoon() {
  for (const place of document.querySelectorAll('.msg__undo')) {
    place.prontoEnds ??= setTimeout(() => place.remove(), 5500);
  }
}

document.addEventListener('htmx:after:swap', endsSoon);
endsSoon();
