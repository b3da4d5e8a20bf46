/** Calendars and support plans as they are written, checked and kept. */
package pronto.sla.plans;
