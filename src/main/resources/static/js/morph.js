// A region that is drawn anew keeps what belongs to its reader: what they opened, what they chose, what was measured.
const OWN = {
  open: 'details',
  'aria-current': '.q-row',
  'data-arrived': '.q-row',
  'aria-expanded': '[data-more-places]',
  tabindex: '.list-scroll',
  'data-more': '.list-scroll',
};

htmx.registerExtension('keep', {
  htmx_before_morph_attr: (element, { attrName }) => !(OWN[attrName] && element.matches(OWN[attrName])),
});
