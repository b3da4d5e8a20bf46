package pronto.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
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
        var given = settings.files();
        var bucket = given == null ? Optional.<Bucket>empty() : Bucket.parse(given);
        return bucket.isPresent()
                ? new BucketStore(bucket.get(), home.folder().resolve("spool"))
                : new FolderStore(folder(given, home));
    }

    private static Path folder(@Nullable String given, Home home) {
        if (given == null || given.isBlank()) {
            return home.files();
        }
        if (given.startsWith("file:")) {
            return Path.of(URI.create(given).getSchemeSpecificPart());
        }
        throw new CannotRun("The setting pronto.files must be a folder, as file:/shared/folder, or a bucket, as"
                + " s3://bucket/prefix?endpoint=https://store.example.com&region=eu-south-1; it is " + given + ".");
    }
}
