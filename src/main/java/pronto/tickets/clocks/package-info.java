/** The promises of a ticket as clocks: kept with their ledger, followed at every change, and told when they run down. */
package pronto.tickets.clocks;
