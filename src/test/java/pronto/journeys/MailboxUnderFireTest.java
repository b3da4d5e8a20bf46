package pronto.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
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
import pronto.runtime.TimeShift;

/** A real Dovecot that dies in the middle, forgets its numbers, and ends its tokens: each mail comes in once. */
@EnabledIf("dovecotIsHere")
@NullUnmarked
class MailboxUnderFireTest {

    private static final String ADDRESS = "mailbox@vendor.test";
    private static final int AT_ONCE = 150;
    private static final int MOST_TRIES = 8;

    private final List<String> delivered = new ArrayList<>();
    private Path folder;
    private Dovecot dovecot;
    private House house;
    private Duration pushed = Duration.ZERO;

    static boolean dovecotIsHere() {
        return Dovecot.available();
    }

    @BeforeEach
    void folder() throws IOException {
        // Not below target: the server's own users must be able to enter every folder above.
        folder = Files.createTempDirectory("pronto-imap");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        house.close();
        dovecot.close();
    }

    @Test
    void killed_ten_times_in_mid_fetch_and_with_new_numbers_it_gives_each_mail_once() throws Exception {
        killed(10);
    }

    @Test
    @Tag("long")
    void killed_fifty_times_in_mid_fetch_and_with_new_numbers_it_gives_each_mail_once() throws Exception {
        killed(50);
    }

    private void killed(int times) throws Exception {
        dovecot = Dovecot.start(folder, FreePort.next(), FreePort.next());
        dovecot.deliver(ADDRESS, mails(1));
        house = house("pronto.mailboxes[0].password=secret");
        awaitAll();

        int inMidFetch = 0;
        for (int tried = 0; inMidFetch < times && tried < times * MOST_TRIES; tried++) {
            var before = delivered.size();
            dovecot.deliver(ADDRESS, mails(AT_ONCE));
            await().atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> taken() > before);
            dovecot.kill();
            inMidFetch += taken() < delivered.size() ? 1 : 0;
            dovecot.startAgain();
            // It is left alone for a while after each failure.
            push(Duration.ofMinutes(2));
        }
        awaitAll();
        System.out.printf("killed %d times in mid-fetch, %d mails%n", inMidFetch, delivered.size());
        assertThat(inMidFetch).isEqualTo(times);
        eachOnce();

        dovecot.kill();
        dovecot.forgetNumbers(ADDRESS);
        dovecot.deliver(ADDRESS, mails(5));
        dovecot.startAgain();
        push(Duration.ofMinutes(2));
        awaitAll();
        await().atMost(Duration.ofSeconds(90)).until(() -> count("""
                select count(*) from channels.mailbox m where failing_since is null and last_uid >= %d
                """.formatted(delivered.size())) == 1);
        eachOnce();
    }

    @Test
    void a_token_that_ends_is_got_anew_in_time_or_when_it_is_refused_and_each_mail_comes_once() throws Exception {
        try (var tokens = new TokenServer(ADDRESS)) {
            dovecot = Dovecot.withTokens(folder, FreePort.next(), FreePort.next(), tokens.introspection());
            dovecot.deliver(ADDRESS, mails(3));
            house = house(
                    "pronto.mailboxes[0].oauth.token-url=" + tokens.tokens(),
                    "pronto.mailboxes[0].oauth.client-id=pronto",
                    "pronto.mailboxes[0].oauth.refresh-token=refresh-0");
            awaitAll();
            dovecot.deliver(ADDRESS, mails(3));
            awaitAll();
            assertThat(tokens.shown).containsExactly("access-1");

            // Ended before its time: the server refuses it, and a new one is got.
            dovecot.kill();
            tokens.expire();
            startAgain();
            assertThat(tokens.shown).containsExactly("access-1", "access-1", "access-2");

            // Ended in its time: nobody is shown the old one.
            dovecot.kill();
            awaitFailing();
            tokens.expire();
            tokens.shown.clear();
            push(Duration.ofMinutes(11));
            startAgain();
            assertThat(tokens.shown).containsExactly("access-3");
            assertThat(tokens.given()).isEqualTo(3);
            eachOnce();
        }
    }

    private void startAgain() throws Exception {
        awaitFailing();
        dovecot.startAgain();
        dovecot.deliver(ADDRESS, mails(3));
        push(Duration.ofMinutes(2));
        awaitAll();
    }

    private void awaitFailing() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> count("select count(*) from channels.mailbox where failing_since is not null") == 1);
    }

    private House house(String... login) {
        var settings = new ArrayList<>(List.of(
                "pronto.mail.addresses=" + ADDRESS,
                "pronto.mailboxes[0].host=127.0.0.1",
                "pronto.mailboxes[0].port=" + dovecot.imap(),
                "pronto.mailboxes[0].tls=none",
                "pronto.mailboxes[0].user=" + ADDRESS));
        settings.addAll(List.of(login));
        return House.open(settings.toArray(String[]::new));
    }

    /** Of many sizes; what goes to many at once opens no tickets. */
    private List<byte[]> mails(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var id = "<" + delivered.size() + ".fire@customer.test>";
                    delivered.add(id);
                    var length = delivered.size() % 20 == 0 ? 6_000 : 20 + delivered.size() % 50;
                    return ("From: news@customer.test\r\nTo: " + ADDRESS + "\r\nSubject: " + id + "\r\nMessage-ID: "
                                    + id
                                    + "\r\nList-Id: <news.customer.test>\r\n\r\n"
                                    + "All that is new stands in this letter, which is long.\r\n".repeat(length))
                            .getBytes(US_ASCII);
                })
                .toList();
    }

    private void push(Duration by) {
        pushed = pushed.plus(by);
        house.get(TimeShift.class).set(pushed);
    }

    private void awaitAll() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> taken() >= delivered.size());
    }

    private long taken() {
        return count("select count(distinct message_id) from channels.incoming");
    }

    private void eachOnce() {
        assertThat(house.get(JdbcClient.class)
                        .sql("select message_id from channels.incoming")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(delivered);
    }

    private long count(String question) {
        return house.get(JdbcClient.class).sql(question).query(Long.class).single();
    }
}
