// Short messages at the foot of the screen; one with an action stays as long as the action is possible.
export function say(sentence, { bad = false, action, onAction, seconds = 6 } = {}) {
  const place = document.getElementById('said');
  if (!place || !sentence) return () => {};
  const note = document.createElement('div');
  note.className = bad ? 'said__note said__note--bad' : 'said__note';
  note.append(Object.assign(document.createElement('span'), { textContent: sentence }));
  const close = () => note.remove();
  if (action) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: action });
    button.addEventListener('click', () => { close(); onAction?.(); });
    note.append(button);
  }
  place.append(note);
  setTimeout(close, seconds * 1000);
  return close;
}
