/** The screens of tickets: queue and ticket side by side, the lanes, search. */
@NullMarked
package pronto.tickets.web;

import org.jspecify.annotations.NullMarked;
