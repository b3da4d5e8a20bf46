package pronto.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.files.Files.Kept;

class FolderStoreTest {

    static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path home;

    FolderStore store;

    @BeforeEach
    void openStore() throws IOException {
        store = new FolderStore(home.resolve("files"));
    }

    @Test
    void what_was_put_is_found_under_its_hash() throws IOException {
        var kept = put("hello".getBytes(UTF_8));

        assertThat(kept.id().sha256()).isEqualTo(HELLO);
        assertThat(kept.size()).isEqualTo(5);
        assertThat(home.resolve("files/2c/" + HELLO)).hasContent("hello");
        assertThat(read(kept.id())).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void the_same_bytes_are_kept_once() throws IOException {
        put("hello".getBytes(UTF_8));
        put("hello".getBytes(UTF_8));

        assertThat(filesBelow(home)).containsExactly(home.resolve("files/2c/" + HELLO));
    }

    @Test
    void a_check_leaves_nothing() throws IOException {
        store.check();

        assertThat(filesBelow(home)).isEmpty();
    }

    @Test
    void a_spool_that_is_not_kept_leaves_nothing() throws IOException {
        try (var spool = store.spool()) {
            spool.write("hello".getBytes(UTF_8));
        }

        assertThat(filesBelow(home)).isEmpty();
    }

    @Test
    void nobody_else_on_the_machine_may_look() throws IOException {
        put("hello".getBytes(UTF_8));

        assertThat(Files.getPosixFilePermissions(home.resolve("files"))).hasSize(3);
        assertThat(Files.getPosixFilePermissions(home.resolve("files/2c/" + HELLO)))
                .hasSize(2);
    }

    @Test
    void damaged_bytes_are_refused_when_they_are_read() throws IOException {
        var kept = put("hello".getBytes(UTF_8));
        Files.writeString(home.resolve("files/2c/" + HELLO), "hallo");

        assertThatThrownBy(() -> read(kept.id())).hasMessageContaining("damaged");
    }

    @Test
    void skipped_bytes_are_checked_too() throws IOException {
        var kept = put("hello".getBytes(UTF_8));
        Files.writeString(home.resolve("files/2c/" + HELLO), "hallo");

        assertThatThrownBy(() -> {
                    try (var bytes = store.open(kept.id())) {
                        bytes.skipNBytes(4);
                        bytes.readAllBytes();
                    }
                })
                .hasMessageContaining("damaged");
    }

    @Test
    void what_was_never_put_is_not_there() {
        assertThat(store.holds(new FileId(HELLO))).isFalse();
        assertThatThrownBy(() -> store.open(new FileId(HELLO))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void many_who_put_the_same_at_once_all_find_it() throws Exception {
        var bytes = new byte[300_000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = new ArrayList<Future<byte[]>>();
            for (int i = 0; i < 50; i++) {
                puts.add(threads.submit(() -> read(put(bytes).id())));
            }
            for (var put : puts) {
                assertThat(put.get()).isEqualTo(bytes);
            }
        }
        assertThat(filesBelow(home)).hasSize(1);
    }

    @Test
    void only_what_is_old_is_walked_and_removed() throws IOException {
        var old = put("old".getBytes(UTF_8)).id();
        var fresh = put("fresh".getBytes(UTF_8)).id();
        age(home.resolve("files").resolve(old.sha256().substring(0, 2)).resolve(old.sha256()));
        age(Files.writeString(home.resolve("files/spool/forgotten"), "half a mail"));
        Files.writeString(home.resolve("files/spool/arriving"), "half a mail");
        var cutoff = Instant.now().minus(1, DAYS);

        var seen = new ArrayList<FileId>();
        store.walkOlderThan(cutoff, seen::add);

        assertThat(seen).containsExactly(old);
        assertThat(store.removeOlderThan(old, cutoff)).isTrue();
        assertThat(store.removeOlderThan(fresh, cutoff)).isFalse();
        assertThat(store.holds(old)).isFalse();
        assertThat(store.holds(fresh)).isTrue();
        assertThat(home.resolve("files/spool")).isDirectoryNotContaining("glob:**forgotten");
        assertThat(home.resolve("files/spool/arriving")).exists();
    }

    @Test
    void what_is_put_again_is_young_again() throws IOException {
        put("hello".getBytes(UTF_8));
        age(home.resolve("files/2c/" + HELLO));

        put("hello".getBytes(UTF_8));

        assertThat(store.removeOlderThan(new FileId(HELLO), Instant.now().minus(1, DAYS)))
                .isFalse();
    }

    private Kept put(byte[] bytes) throws IOException {
        try (var spool = store.spool()) {
            spool.write(bytes);
            return spool.keep();
        }
    }

    private byte[] read(FileId id) throws IOException {
        try (var bytes = store.open(id)) {
            return bytes.readAllBytes();
        }
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(2, DAYS)));
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
