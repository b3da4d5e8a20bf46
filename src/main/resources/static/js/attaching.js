// Files laid on a text: chosen, dropped or pasted. A pasted picture stands in the text where it was pasted.
import { send } from './forms.js';
import { say } from './said.js';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const isPicture = (file) => PICTURES.includes(file.type);

async function lay(files, path, list, inline) {
  const laid = [];
  for (const file of files) {
    const body = new FormData();
    body.append('file', file, file.name || 'image.png');
    body.append('inline', inline);
    try {
      const answer = await send(`${path}/files`, 'POST', body);
      const place = list();
      await htmx.swap({ sourceElement: place, target: place, swap: 'outerHTML', text: await answer.text() });
      laid.push(answer.headers.get('Pronto-Picture'));
    } catch (error) {
      say(error.message, { bad: true });
    }
  }
  return laid.filter(Boolean);
}

/** `path` is the draft's address, `list` finds where its files are shown. */
export const attach = (files, path, list) => lay(files, path, list, false);

export async function paste(files, path, list, editor) {
  await attach(files.filter((file) => !isPicture(file)), path, list);
  for (const picture of await lay(files.filter(isPicture), path, list, true)) {
    editor.insert(`<img src="${path}/pictures/${encodeURIComponent(picture)}" alt="">`);
  }
}

/** Files let fall on this element; `onFiles` takes them. */
export function takesDrops(element, onFiles) {
  const drag = (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    element.toggleAttribute('data-dropping', event.type === 'dragover');
    if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
  };
  for (const kind of ['dragover', 'drop']) element.addEventListener(kind, drag, true);
  element.addEventListener('dragleave', () => element.removeAttribute('data-dropping'));
}
