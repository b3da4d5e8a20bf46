package pronto.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Home;
import pronto.runtime.RealDatabase;

@SpringBootTest
class FilesTest extends RealDatabase {

    @Autowired
    Files files;

    @Autowired
    Sweeper sweeper;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Home home;

    @Test
    void bytes_and_row_come_together() throws IOException {
        var kept = put("together");

        assertThat(read(kept.id())).isEqualTo("together");
        assertThat(kept.size()).isEqualTo(8);
        assertThat(rows(kept.id())).isOne();
    }

    @Test
    void the_row_goes_with_the_transaction_and_the_bytes_a_day_later() throws IOException {
        var id = rolledBack("nobody's");
        assertThat(read(id)).isEqualTo("nobody's");

        sweeper.sweep(Instant.now().minus(Duration.ofDays(1)));
        assertThat(read(id)).isEqualTo("nobody's");

        age(id);
        sweeper.sweep(Instant.now().minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> read(id)).isInstanceOf(IOException.class);
    }

    @Test
    void what_has_a_row_is_never_swept() throws IOException {
        var id = put("somebody's").id();
        age(id);

        sweeper.sweep(Instant.now().minus(Duration.ofDays(1)));

        assertThat(read(id)).isEqualTo("somebody's");
    }

    @Test
    void who_puts_while_the_sweeper_removes_keeps_it_or_is_told() throws Exception {
        for (int i = 0; i < 40; i++) {
            var content = "contested " + i;
            var id = rolledBack(content);
            age(id);
            var go = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sweep = threads.submit(() -> {
                    go.await();
                    return sweeper.sweep(Instant.now().minus(Duration.ofDays(1)));
                });
                var put = threads.submit(() -> {
                    go.await();
                    return put(content);
                });
                go.countDown();
                sweep.get();
                try {
                    put.get();
                    assertThat(read(id)).isEqualTo(content);
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).cause().isInstanceOf(IOException.class);
                    // Nothing was confirmed; whoever was told puts it again.
                    db.sql("delete from files.file where sha256 = ?")
                            .param(id.sha256())
                            .update();
                    put(content);
                    assertThat(read(id)).isEqualTo(content);
                }
            }
        }
    }

    private long rows(FileId id) {
        return db.sql("select count(*) from files.file where sha256 = ?")
                .param(id.sha256())
                .query(Long.class)
                .single();
    }

    private FileId rolledBack(String content) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                return put(content).id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Files.Kept put(String content) throws IOException {
        return files.put(new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private String read(FileId id) throws IOException {
        try (var bytes = files.open(id)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private void age(FileId id) throws IOException {
        var path = home.files().resolve(id.sha256().substring(0, 2)).resolve(id.sha256());
        java.nio.file.Files.setLastModifiedTime(
                path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
