/** The case of one report, from arrival to closing. */
@ApplicationModule(
        allowedDependencies = {
            "runtime",
            "timeline",
            "files",
            "ui",
            "search",
            "channels",
            "staff",
            "customers",
            "knowledge",
            "sla"
        })
package pronto.tickets;

import org.springframework.modulith.ApplicationModule;
