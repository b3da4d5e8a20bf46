// Each deliberate act has a key: what is pressed twice, or sent again because no answer came, happens once.
const keys = new WeakMap();
const shared = new WeakMap();

const made = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** The key of what this form or button does next. */
export function keyOf(element) {
  if (!keys.has(element)) {
    const place = shared.get(element);
    const key = (place && localStorage.getItem(place)) || made();
    if (place) localStorage.setItem(place, key);
    keys.set(element, key);
  }
  return keys.get(element);
}

/** Whoever writes the same text in two tabs does one thing: both know its key from the draft's first word on. */
export function share(element, place) {
  shared.set(element, `act ${place}`);
}

/** It was done: what is pressed now is another act. */
export function done(element) {
  const place = shared.get(element);
  if (place && localStorage.getItem(place) === keys.get(element)) localStorage.removeItem(place);
  keys.delete(element);
}
