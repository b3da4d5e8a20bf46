// One stream for each tab says what changed, by name; each region that shows it fetches itself again.
//   <section data-live="ticket:12 presence:12" hx-get="..." hx-trigger="live" hx-swap="outerMorph">
// A region names topics, with a key or without; it may say data-live-quiet to be told while the tab is hidden too.
const regions = () => [...document.querySelectorAll('[data-live]')];
const names = (region) => region.dataset.live.split(/\s+/).filter(Boolean);
const topics = () => [...new Set(regions().flatMap(names).map((name) => name.split(':')[0]))].sort().join(',');

let stream;
let following = '';
// Where in the feed of changes the page was drawn, then where the last stream began: what came since is told again.
let known = document.documentElement.dataset.at ?? '';

const refresh = (region) => {
  clearTimeout(region.prontoLive);
  region.prontoLive = setTimeout(() => region.isConnected && region.dispatchEvent(new CustomEvent('live')), 30);
};

function changed({ data }) {
  document.dispatchEvent(new CustomEvent('pronto:changed', { detail: { names: data.split(' ') } }));
  const told = new Set(data.split(' '));
  const all = new Set([...told].map((name) => name.split(':')[0]));
  for (const region of regions()) {
    const concerned = names(region).some((name) =>
      told.has(name) || told.has(`${name.split(':')[0]}:*`) || (!name.includes(':') && all.has(name)));
    if (concerned) refresh(region);
  }
}

// The lamp burns once the stream is there, not before; only a lasting loss is told in words.
function state(on) {
  document.documentElement.dataset.stream = on ? 'on' : 'off';
  const offline = document.getElementById('offline');
  if (offline) offline.hidden = on;
}

function follow() {
  const wanted = document.hidden ? '' : topics();
  if (wanted === following && stream?.readyState !== EventSource.CLOSED) return;
  stream?.close();
  stream = undefined;
  following = wanted;
  if (!wanted) return;
  stream = new EventSource(`/live?topics=${wanted}&after=${known}`);
  stream.addEventListener('changed', changed);
  stream.addEventListener('begins', ({ data }) => { known = data; });
  stream.addEventListener('open', () => state(true));
  stream.addEventListener('error', () => {
    // A renewal of the stream looks like this too, and is over at once; a refusal is not.
    if (stream?.readyState === EventSource.CLOSED) {
      state(false);
      setTimeout(follow, 3000);
    } else setTimeout(() => stream?.readyState === EventSource.OPEN || document.hidden || state(false), 4000);
  });
}

document.addEventListener('visibilitychange', follow);
document.addEventListener('htmx:after:swap', follow);
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', (event) => { if (event.persisted) { following = ''; follow(); } });
follow();
