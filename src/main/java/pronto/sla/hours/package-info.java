/** Reckoning in working hours: holidays, open time between two moments, and when a promise is used up. */
package pronto.sla.hours;
