/** What we run and what it depends on: services, components, environments. */
@ApplicationModule(allowedDependencies = {"runtime", "timeline", "files", "ui", "staff"})
package pronto.catalog;

import org.springframework.modulith.ApplicationModule;
