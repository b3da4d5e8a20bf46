package pronto.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Puts a folder's list of names on stable storage; without it a file moved there may be gone after a loss of power. */
final class Durable {

    private Durable() {}

    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
