package pronto.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pronto.files.Files.Kept;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketStoreTest {

    private Path folder = Path.of("");

    private ObjectStore objects;
    private BucketStore store;
    private int prefixes;

    @BeforeAll
    void start(@TempDir Path shared) {
        folder = shared;
        System.setProperty("aws.accessKeyId", ObjectStore.WHO);
        System.setProperty("aws.secretAccessKey", ObjectStore.SECRET);
        objects = ObjectStore.start(folder);
    }

    @BeforeEach
    void open() throws IOException {
        store = opened(objects.setting("part-" + prefixes++));
    }

    @AfterAll
    void end() throws InterruptedException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        objects.close();
    }

    @Test
    void what_was_put_is_found_under_its_hash_and_once() throws IOException {
        var kept = put("hello");
        put("hello");

        assertThat(kept.id().sha256()).isEqualTo(FolderStoreTest.HELLO);
        assertThat(kept.size()).isEqualTo(5);
        assertThat(read(kept.id())).isEqualTo("hello");
        assertThat(store.holds(kept.id())).isTrue();
        assertThat(named(Instant.now().plusSeconds(60))).containsExactly(kept.id());
        assertThat(spools()).isEmpty();
    }

    @Test
    void a_spool_that_is_not_kept_leaves_nothing() throws IOException {
        try (var spool = store.spool()) {
            spool.write("hello".getBytes(UTF_8));
        }

        assertThat(named(Instant.now().plusSeconds(60))).isEmpty();
        assertThat(spools()).isEmpty();
    }

    @Test
    void what_is_not_there_is_said_so() {
        var nobody = new FileId("0".repeat(64));

        assertThat(store.holds(nobody)).isFalse();
        assertThatThrownBy(() -> store.open(nobody)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void only_what_is_old_is_named_and_removed() throws IOException {
        var kept = put("old");
        var tomorrow = Instant.now().plusSeconds(86_400);
        var yesterday = Instant.now().minusSeconds(86_400);

        assertThat(named(yesterday)).isEmpty();
        assertThat(store.removeOlderThan(kept.id(), yesterday)).isFalse();
        assertThat(named(tomorrow)).containsExactly(kept.id());
        assertThat(store.removeOlderThan(kept.id(), tomorrow)).isTrue();
        assertThat(store.holds(kept.id())).isFalse();
    }

    @Test
    void damaged_bytes_are_refused_when_they_are_read() throws IOException {
        var kept = put("hello");
        var place = folder.resolve("objects/bytes/part-" + (prefixes - 1) + "/2c/" + FolderStoreTest.HELLO);
        assertThat(place).exists();
        Files.writeString(place, "hallo");

        assertThatThrownBy(() -> read(kept.id())).hasMessageContaining("damaged");
    }

    /** In a process that has less memory than the file has bytes. */
    @Test
    void a_big_file_is_never_whole_in_memory() throws Exception {
        var words = folder.resolve("big.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Daws.accessKeyId=" + ObjectStore.WHO,
                        "-Daws.secretAccessKey=" + ObjectStore.SECRET,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigFile.class.getName(),
                        objects.setting("big"),
                        folder.resolve("spool").toString())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(words)).isZero();
        assertThat(words).content().endsWith("150 MB there and back\n");
    }

    @Test
    void a_store_that_is_away_or_refuses_is_a_failure_in_words() throws Exception {
        var kept = put("hello");
        store.check();

        objects.goAway();
        assertThatThrownBy(() -> put("more")).isInstanceOf(IOException.class).hasMessageContaining("s3://bytes");
        assertThatThrownBy(() -> store.check()).isInstanceOf(IOException.class);
        objects.comeBack();
        assertThat(read(kept.id())).isEqualTo("hello");

        System.setProperty("aws.secretAccessKey", "wrong");
        try {
            var stranger = opened(objects.setting("x"));
            assertThatThrownBy(stranger::check).isInstanceOf(IOException.class);
        } finally {
            System.setProperty("aws.secretAccessKey", ObjectStore.SECRET);
        }
    }

    private BucketStore opened(String setting) throws IOException {
        return new BucketStore(Bucket.parse(setting).orElseThrow(), folder.resolve("spool"));
    }

    private Kept put(String text) throws IOException {
        try (var spool = store.spool()) {
            spool.write(text.getBytes(UTF_8));
            return spool.keep();
        }
    }

    private String read(FileId id) throws IOException {
        try (var bytes = store.open(id)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private List<FileId> named(Instant cutoff) throws IOException {
        var named = new ArrayList<FileId>();
        store.walkOlderThan(cutoff, named::add);
        return named;
    }

    private List<Path> spools() throws IOException {
        try (var there = Files.list(folder.resolve("spool"))) {
            return there.toList();
        }
    }
}
