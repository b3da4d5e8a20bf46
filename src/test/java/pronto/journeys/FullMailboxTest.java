package pronto.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.FreePort;
import pronto.people.House;

/** Years of mail lie in the mailbox that Pronto is given: by choice it takes none of them, or all. */
@EnabledIf("dovecotIsHere")
@NullUnmarked
class FullMailboxTest {

    private static final String ADDRESS = "mailbox@vendor.test";

    private Dovecot dovecot;
    private House house;

    static boolean dovecotIsHere() {
        return Dovecot.available();
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        // Not below target: the server's own users must be able to enter every folder above.
        var folder = Files.createTempDirectory("pronto-full");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        dovecot = Dovecot.start(Path.of(folder.toString()), FreePort.next(), FreePort.next());
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        if (house != null) {
            house.close();
        }
        dovecot.close();
    }

    @Test
    void of_two_thousand_that_lie_there_none_is_taken_by_choice_and_the_next_one_is() throws Exception {
        onlyWhatComes(2_000);
    }

    @Test
    @Tag("long")
    void of_a_hundred_thousand_that_lie_there_none_is_taken_by_choice_and_the_next_one_is() throws Exception {
        onlyWhatComes(100_000);
    }

    @Test
    void all_of_two_thousand_that_lie_there_are_taken_by_choice_each_once() throws Exception {
        all(2_000);
    }

    @Test
    @Tag("long")
    void all_of_a_hundred_thousand_that_lie_there_are_taken_by_choice_each_once() throws Exception {
        all(100_000);
    }

    private void onlyWhatComes(int old) throws Exception {
        dovecot.deliver(ADDRESS, mails("old", old));
        house = house("new");
        await().atMost(Duration.ofMinutes(3)).until(() -> count("""
                select count(*) from channels.mailbox where last_uid >= %d
                """.formatted(old)) == 1);

        var start = System.nanoTime();
        dovecot.deliver(ADDRESS, mails("next", 1));
        await().atMost(Duration.ofMinutes(3)).until(() -> taken() > 0);

        System.out.printf(
                "of %d nothing, the next after %d ms%n",
                old, Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(house.get(JdbcClient.class)
                        .sql("select message_id from channels.incoming")
                        .query(String.class)
                        .list())
                .containsExactly("<next-0.full@customer.test>");
    }

    private void all(int old) throws Exception {
        dovecot.deliver(ADDRESS, mails("old", old));
        var start = System.nanoTime();
        house = house("all");

        await().atMost(Duration.ofMinutes(old < 10_000 ? 5 : 60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> taken() >= old);
        System.out.printf(
                "%d taken after %d s%n",
                old, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(taken()).isEqualTo(old);
        assertThat(count("select count(distinct message_id) from channels.incoming"))
                .isEqualTo(old);
    }

    private House house(String start) {
        return House.open(
                "pronto.mail.addresses=" + ADDRESS,
                "pronto.mailboxes[0].host=127.0.0.1",
                "pronto.mailboxes[0].port=" + dovecot.imap(),
                "pronto.mailboxes[0].tls=none",
                "pronto.mailboxes[0].user=" + ADDRESS,
                "pronto.mailboxes[0].password=secret",
                "pronto.mailboxes[0].start=" + start);
    }

    /** What goes to many at once opens no tickets. */
    private static List<byte[]> mails(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ("From: news@customer.test\r\nTo: " + ADDRESS + "\r\nSubject: " + name + " "
                                + number + "\r\nMessage-ID: <" + name + "-" + number
                                + ".full@customer.test>\r\nList-Id: <news.customer.test>\r\n\r\nAll that is new.\r\n")
                        .getBytes(US_ASCII))
                .toList();
    }

    private long taken() {
        return count("select count(*) from channels.incoming");
    }

    private long count(String question) {
        return house.get(JdbcClient.class).sql(question).query(Long.class).single();
    }
}
