// The first look: a digit answers the question one is at and goes on to the next that is open; the verdict follows.
const form = () => document.getElementById('screening');
const questions = () => [...form().querySelectorAll('fieldset')];
const chosen = (question) => question.querySelector('input:checked');
const reach = (question) => (chosen(question) ?? question.querySelector('input')).focus();

const at = () => questions().find((question) => question.contains(document.activeElement))
  ?? questions().find((question) => !chosen(question)) ?? questions()[0];

const verdict = () => document.getElementById('verdict')?.dispatchEvent(new CustomEvent('live'));

function answer(digit) {
  const question = at();
  const choice = question.querySelectorAll('input')[digit - 1];
  if (!choice) return;
  choice.checked = true;
  choice.dispatchEvent(new Event('input', { bubbles: true }));
  verdict();
  const after = questions().slice(questions().indexOf(question) + 1);
  const next = after.find((one) => !chosen(one)) ?? after[0];
  if (next) reach(next);
  else document.getElementById('confirm').focus();
}

document.addEventListener('pronto:key', (event) => {
  if (!form() || !/^[1-4]$/.test(event.detail.name)) return;
  event.preventDefault();
  answer(Number(event.detail.name));
});

document.addEventListener('change', (event) => {
  if (form()?.contains(event.target) && event.target.type === 'radio') verdict();
});

if (form()) reach(questions().find((question) => !chosen(question)) ?? questions()[0]);
