/** The first look at a ticket, and the priority that follows from it for as long as it is open. */
package pronto.tickets.screening;
