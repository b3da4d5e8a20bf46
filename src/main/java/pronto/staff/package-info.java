/** The people who answer: technicians, teams, roles, sign-in, tokens. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui", "channels"})
package pronto.staff;

import org.springframework.modulith.ApplicationModule;
