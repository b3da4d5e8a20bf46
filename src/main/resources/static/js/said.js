// Short messages at the foot of the screen. One with an action stays long enough to be reached, and while somebody is at it;
// one that `ends` has an action that is possible no longer than this.
const AT_HAND = 2000;

export function say(sentence, { bad = false, action, onAction, seconds = action ? 20 : 6, ends = false } = {}) {
  const place = document.getElementById('said');
  if (!place || !sentence) return () => {};
  const note = document.createElement('div');
  note.className = bad ? 'said__note said__note--bad' : 'said__note';
  note.append(Object.assign(document.createElement('span'), { textContent: sentence }));
  const close = () => note.remove();
  const over = () => (!ends && note.matches(':is(:hover, :focus-within)') ? setTimeout(over, AT_HAND) : close());
  if (action) {
    // One way back at a time: the last thing that was done is taken back.
    for (const other of place.querySelectorAll('.said__note--act')) other.remove();
    note.classList.add('said__note--act');
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: action });
    button.addEventListener('click', () => { close(); onAction?.(); });
    note.append(button);
  }
  if (!ends && (action || bad)) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'said__close', textContent: '×' });
    button.setAttribute('aria-label', place.dataset.close);
    button.addEventListener('click', close);
    note.append(button);
  }
  place.append(note);
  setTimeout(over, seconds * 1000);
  return close;
}
