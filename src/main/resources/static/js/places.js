// On a narrow screen the places that have no room in the bar open above it.
const nav = () => document.getElementById('nav');

function show(open) {
  nav()?.toggleAttribute('data-more-open', open);
  nav()?.querySelector('[data-more-places]')?.setAttribute('aria-expanded', open);
}

document.addEventListener('click', (event) => {
  const more = event.target.closest('[data-more-places]');
  if (more) show(!nav().hasAttribute('data-more-open'));
  else if (!event.target.closest('#nav') || event.target.closest('[data-open=palette]')) show(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !nav()?.hasAttribute('data-more-open')) return;
  show(false);
  nav().querySelector('[data-more-places]').focus();
});
