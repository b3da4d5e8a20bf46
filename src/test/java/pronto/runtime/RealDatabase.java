package pronto.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import pronto.runtime.database.TestDatabases;

/**
 * Base of tests that need PostgreSQL: a fresh, migrated database and an empty data folder for each class, doors
 * closed. The class says which part of the program it starts: {@code @SpringBootTest} for all of it,
 * {@code @ApplicationModuleTest} for its own module.
 */
@TestPropertySource(
        // Weaker than what a class registers: one that wants a door opens it.
        properties = {"pronto.http.port=0", "pronto.mail.smtp.port=-1", "pronto.mail.lmtp.port=-1"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
public abstract class RealDatabase {

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        var database = TestDatabases.fresh();
        registry.add("pronto.database.url", database::url);
        registry.add("pronto.database.user", database::user);
        registry.add("pronto.database.password", database::password);
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), "home-");
        registry.add("pronto.home", home::toString);
    }
}
