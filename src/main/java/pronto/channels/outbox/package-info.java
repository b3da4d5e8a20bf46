/** Mail on its way out: composed in one place, kept until the relay has it, visible all the while. */
package pronto.channels.outbox;
