/** A living example company: its customers write through the same doors as anybody's. */
@ApplicationModule(
        allowedDependencies = {
            "runtime",
            "timeline",
            "files",
            "ui",
            "channels",
            "sla",
            "staff",
            "staff :: people",
            "catalog",
            "customers",
            "customers :: imports",
            "knowledge",
            "tickets"
        })
package pronto.demo;

import org.springframework.modulith.ApplicationModule;
