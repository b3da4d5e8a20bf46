/** Tickets for programs: every change of state is a thing that is created. */
package pronto.tickets.api;
