// Everything a page of ours needs; each module looks after one thing.
import './theme.js';
import './morph.js';
import './forms.js';
import './live.js';
import './keys.js';
import './palette.js';
import './places.js';
import './wide.js';
import './queue.js';
import './back.js';
import './beside.js';
import './side.js';
import './ticket.js';
import './dialog.js';
import './composer.js';
import './letter.js';
import './rich.js';
