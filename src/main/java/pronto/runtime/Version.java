package pronto.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Pronto this is. */
public record Version(String number) {

    public static Version ofThisProgram() {
        try (var build = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (build == null) {
                return new Version("development");
            }
            var properties = new Properties();
            properties.load(build);
            return new Version(properties.getProperty("build.version", "development"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return number;
    }
}
