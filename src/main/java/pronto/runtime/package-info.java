/** What Pronto itself runs on: the database, jobs, the clock, the nodes that share the work, settings, backup. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package pronto.runtime;

import org.springframework.modulith.ApplicationModule;
