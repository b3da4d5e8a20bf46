/** What happened, to what, by whom: one append-only record, from which history, audit and webhooks are made. */
@ApplicationModule(allowedDependencies = {"runtime"})
package pronto.timeline;

import org.springframework.modulith.ApplicationModule;
