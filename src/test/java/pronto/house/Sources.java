package pronto.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of the repository, for the rules that are about their text. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java/pronto");

    private Sources() {}

    /** The files of this ending below this folder, by their path within it. */
    static Map<String, String> of(Path folder, String ending) {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
