/** Who bought what, who speaks for them, and who this sender is. */
@ApplicationModule(
        allowedDependencies = {"runtime", "timeline", "files", "ui", "search", "channels", "sla", "staff", "catalog"})
package pronto.customers;

import org.springframework.modulith.ApplicationModule;
