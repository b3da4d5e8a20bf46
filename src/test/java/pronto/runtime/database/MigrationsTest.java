package pronto.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final Connections database = TestDatabases.empty();
    private final Migrations migrations = new Migrations();

    @Test
    void whoever_starts_a_newer_program_on_older_data_reads_from_where_to_where_they_went() {
        program().target("5").load().migrate();

        migrations.migrate(program().load());

        var now = Objects.requireNonNull(program().load().info().current()).getVersion();
        assertThat(migrations.lines())
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .startsWith("migrated  the data from schema 0005 to " + now + ": customers, ")
                        .contains(", tickets"));
    }

    @Test
    void whoever_starts_on_an_empty_place_or_on_data_of_this_program_reads_of_no_migration() {
        migrations.migrate(program().load());
        assertThat(migrations.lines()).isEmpty();

        var again = new Migrations();
        again.migrate(program().load());
        assertThat(again.lines()).isEmpty();
    }

    private FluentConfiguration program() {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .defaultSchema("runtime")
                .schemas("runtime");
    }
}
