/** Priorities, calendars and plans on screens. */
package pronto.sla.web;
