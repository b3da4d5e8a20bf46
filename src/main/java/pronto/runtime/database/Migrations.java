package pronto.runtime.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.runtime.CannotRun;
import pronto.runtime.Greeting;

/** Brings the data to this version of the program, and says so; data of a newer one are left alone. */
@Component
@Order(0)
class Migrations implements FlywayMigrationStrategy, Greeting {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private volatile List<String> told = List.of();

    @Override
    public void migrate(Flyway flyway) {
        var warning = Requirements.check(flyway.getConfiguration().getDataSource());
        warning.ifPresent(log::warn);
        var lines = new ArrayList<>(
                warning.map(sentence -> "warning   " + sentence).stream().toList());
        var info = flyway.info();
        refuseNewer(info.applied());
        var before = info.current();
        var pending = info.pending();
        flyway.migrate();
        if (before != null && pending.length > 0) {
            lines.add("migrated  the data from schema " + before.getVersion() + " to "
                    + pending[pending.length - 1].getVersion() + ": "
                    + String.join(
                            ", ",
                            Arrays.stream(pending)
                                    .map(MigrationInfo::getDescription)
                                    .toList()));
        }
        told = List.copyOf(lines);
    }

    @Override
    public List<String> lines() {
        return told;
    }

    private static void refuseNewer(MigrationInfo[] applied) {
        Arrays.stream(applied)
                .filter(migration -> migration.getState() == org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .ifPresent(newer -> {
                    throw new CannotRun("These data were written by a newer Pronto (schema " + newer
                            + "): start that version, or restore a backup made before.");
                });
    }
}
