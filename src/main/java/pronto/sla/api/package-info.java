/** Calendars and support plans for programs. */
package pronto.sla.api;
