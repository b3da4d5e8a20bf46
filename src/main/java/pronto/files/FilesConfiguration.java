package pronto.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pronto.runtime.CannotRun;
import pronto.runtime.Home;
import pronto.runtime.Settings;

/** Where the bytes lie: in the data folder, or where {@code pronto.files} says. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    Store store(Settings settings, Home home) throws IOException {
        return new FolderStore(folder(settings.files(), home));
    }

    private static Path folder(@Nullable String given, Home home) {
        if (given == null || given.isBlank()) {
            return home.files();
        }
        if (given.startsWith("file:")) {
            return Path.of(URI.create(given).getSchemeSpecificPart());
        }
        throw new CannotRun("The setting pronto.files must be a folder, as file:/shared/folder; it is " + given + ".");
    }
}
