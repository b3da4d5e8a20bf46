/** Canned answers: what is written once and sent often. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui", "search", "staff"})
package pronto.knowledge;

import org.springframework.modulith.ApplicationModule;
