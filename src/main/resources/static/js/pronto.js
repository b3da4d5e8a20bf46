// Everything a page of ours needs; each module looks after one thing.
import './theme.js';
import './forms.js';
import './live.js';
import './keys.js';
import './palette.js';
import './queue.js';
import './ticket.js';
import './composer.js';
import './rich.js';
