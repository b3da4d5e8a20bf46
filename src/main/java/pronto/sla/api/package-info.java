/** Calendars, support plans and priorities for programs. */
package pronto.sla.api;
