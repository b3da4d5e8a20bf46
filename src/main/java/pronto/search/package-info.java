/** Finding text, and finding what resembles a text. */
@ApplicationModule(allowedDependencies = {"runtime", "ui"})
package pronto.search;

import org.springframework.modulith.ApplicationModule;
