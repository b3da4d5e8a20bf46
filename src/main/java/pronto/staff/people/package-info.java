/** Technicians and teams, as they are kept; for whoever founds a desk. */
@NamedInterface("people")
package pronto.staff.people;

import org.springframework.modulith.NamedInterface;
