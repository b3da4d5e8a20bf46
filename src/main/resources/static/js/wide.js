// What is wider than its place says so at its edge, and is scrolled with the keyboard too.
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target.closest('.list-scroll, .q-lanes'))));

function look(place) {
  if (!place) return;
  const most = place.scrollWidth - place.clientWidth;
  place.toggleAttribute('data-more', most > 1 && place.scrollLeft < most - 1);
  if (most > 1) place.tabIndex = 0;
  else place.removeAttribute('tabindex');
}

function all() {
  for (const place of document.querySelectorAll('.list-scroll, .q-lanes')) {
    if (place.prontoWide) continue;
    place.prontoWide = true;
    place.addEventListener('scroll', () => look(place), { passive: true });
    sizes.observe(place);
    if (place.firstElementChild) sizes.observe(place.firstElementChild);
    look(place);
  }
}

document.addEventListener('htmx:after:swap', all);
all();
