/** What changed, told by name to every open screen. */
@NullMarked
package pronto.ui.live;

import org.jspecify.annotations.NullMarked;
