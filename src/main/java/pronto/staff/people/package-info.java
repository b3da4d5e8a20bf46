/** Technicians and teams, as they are kept. */
package pronto.staff.people;
