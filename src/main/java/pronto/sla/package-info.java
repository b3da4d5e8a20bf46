/** What was promised, how urgent a thing is, and when it falls due. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui"})
package pronto.sla;

import org.springframework.modulith.ApplicationModule;
