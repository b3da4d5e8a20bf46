package pronto.channels.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import pronto.channels.IncomingMails;
import pronto.channels.email.imap.GoBetween.Speech;
import pronto.runtime.RealDatabase;
import pronto.runtime.Settings;
import pronto.runtime.Settings.Mailbox.Security;

/** How a mailbox is reached: encrypted, with a server that is who it says, and told of news or looking for them. */
@ApplicationModuleTest(module = "channels", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
class MailboxConnectionTest extends RealDatabase {

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private IncomingMails mails;

    @Autowired
    private JdbcClient db;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<AutoCloseable> open = new ArrayList<>();
    private GreenMailUser support;
    private SSLContext before;

    @BeforeEach
    void openMailbox() throws Exception {
        db.sql("delete from channels.mailbox_left").update();
        db.sql("delete from channels.mailbox").update();
        server.start();
        support = server.setUser("support@pronto.example", "secret");
        before = SSLContext.getDefault();
        SSLContext.setDefault(GoBetween.context());
    }

    @AfterEach
    void close() throws Exception {
        SSLContext.setDefault(before);
        for (var one : open.reversed()) {
            one.close();
        }
        server.stop();
    }

    @Test
    void a_mailbox_is_read_encrypted_from_the_first_byte() throws Exception {
        put("encrypted");

        watch("localhost", Security.IMPLICIT, before(Speech.ENCRYPTED));

        awaitTaken("encrypted");
    }

    @Test
    void a_mailbox_is_read_encrypted_when_asked_and_no_password_goes_before_in_the_clear() throws Exception {
        var front = before(Speech.ENCRYPTED_WHEN_ASKED);
        put("when asked");

        watch("localhost", Security.STARTTLS, front);

        awaitTaken("when asked");
        assertThat(front.asked()).containsSubsequence("CAPABILITY", "STARTTLS", "CAPABILITY");
        assertThat(front.asked().stream().takeWhile(word -> !word.equals("STARTTLS")))
                .containsOnly("CAPABILITY");
    }

    @Test
    void whoever_runs_it_is_told_that_the_server_bears_another_name_and_no_password_goes_to_it() throws Exception {
        var front = before(Speech.ENCRYPTED);

        watch("127.0.0.1", Security.IMPLICIT, front);

        assertThat(failure(front)).contains("127.0.0.1");
        assertThat(front.asked()).isEmpty();
    }

    @Test
    void a_server_that_does_not_encrypt_where_it_must_gets_no_password() throws Exception {
        var front = before(Speech.CLEAR);

        watch("localhost", Security.STARTTLS, front);

        assertThat(failure(front)).containsIgnoringCase("STARTTLS");
        assertThat(front.asked()).doesNotContain("SECRET").noneMatch(word -> word.contains("LOGIN"));
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_refused() throws Exception {
        SSLContext.setDefault(before);
        var front = before(Speech.ENCRYPTED);

        watch("localhost", Security.IMPLICIT, front);

        assertThat(failure(front)).isNotBlank();
        assertThat(front.asked()).isEmpty();
    }

    @Test
    void a_server_that_tells_of_news_is_waited_at_and_a_mail_is_taken_at_once() throws Exception {
        var front = before(Speech.CLEAR);
        watch("localhost", Security.NONE, front);
        await().atMost(Duration.ofSeconds(60)).until(() -> front.asked().contains("IDLE"));

        var came = Instant.now();
        put("news");
        awaitTaken("news");

        // Much sooner than it would be found by looking; on an idle machine within a second.
        assertThat(Duration.between(came, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_server_that_does_not_tell_of_news_is_asked_again_and_again() throws Exception {
        var front = new GoBetween(server.getImap().getPort(), Speech.CLEAR, false);
        open.add(front);
        put("first");
        watch("localhost", Security.NONE, front);
        awaitTaken("first");

        put("later");

        awaitTaken("first", "later");
        assertThat(front.asked()).doesNotContain("IDLE");
    }

    /** Each spoils a line of the server's, as a broken or a hostile one would say it. */
    static Stream<Named<UnaryOperator<String>>> nonsense() {
        return Stream.of(
                Named.of("bytes without sense", line -> "\u0000\u00ff({[ nonsense \"\r\n"),
                Named.of("a number that is none", line -> line.replaceAll("UID \\d+", "UID x")),
                Named.of("a number that is too large", line -> line.replaceAll("UID \\d+", "UID 99999999999999999999")),
                Named.of("a size below nothing", line -> line.replaceAll("RFC822.SIZE \\d+", "RFC822.SIZE -7")),
                Named.of("brackets that do not close", line -> line.contains("FETCH") ? "* 1 FETCH (((\r\n" : line),
                Named.of("mails that are not there", line -> line.replaceAll("^\\* 1 FETCH", "* 77777 FETCH")),
                Named.of("numbers that are none", line -> line.replaceAll("^\\* SEARCH .*", "* SEARCH a b c")));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void a_server_that_speaks_nonsense_harms_nothing_and_its_mail_is_taken_when_it_is_itself_again(
            UnaryOperator<String> nonsense) throws Exception {
        var front = before(Speech.CLEAR);
        front.answers(nonsense);
        var subject = "nonsense " + UUID.randomUUID();
        put(subject);
        watch("localhost", Security.NONE, front);
        await().atMost(Duration.ofSeconds(60)).until(() -> front.altered() > 0);

        front.answers(UnaryOperator.identity());
        var next = "next " + UUID.randomUUID();
        put(next);

        // It may have failed meanwhile, and is then left alone for a while.
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            db.sql("update channels.mailbox set next_try_at = null").update();
            return subjects().containsAll(List.of(subject, next));
        });
        assertThat(subjects()).containsOnlyOnce(subject).containsOnlyOnce(next);
    }

    @Test
    void a_mail_of_which_a_server_tells_nothing_is_listed_and_holds_back_none() throws Exception {
        var front = before(Speech.CLEAR);
        front.answers(line -> line.startsWith("* 1 FETCH") && !line.contains("{") ? "* 1 FETCH (FLAGS ())\r\n" : line);
        put("silence");
        var next = "next " + UUID.randomUUID();
        put(next);

        watch("localhost", Security.NONE, front);

        await().atMost(Duration.ofSeconds(90)).until(() -> {
            db.sql("update channels.mailbox set next_try_at = null").update();
            return subjects().contains(next);
        });
        assertThat(db.sql("select reason from channels.mailbox_left where mailbox like :name")
                        .param("name", "support@pronto.example@localhost:" + front.port() + "/%")
                        .query(String.class)
                        .list())
                .containsExactly("not-given");
    }

    private List<String> subjects() {
        return db.sql("select id from channels.incoming order by id")
                .query((row, number) -> mails.read(row.getLong("id")).subject())
                .list();
    }

    private GoBetween before(Speech speech) throws Exception {
        var front = new GoBetween(server.getImap().getPort(), speech, true);
        open.add(front);
        return front;
    }

    private void watch(String host, Security security, GoBetween front) {
        var settings = new Settings.Mailbox(
                host,
                front.port(),
                security,
                "support@pronto.example",
                "secret",
                null,
                "INBOX",
                "flag",
                Settings.Mailbox.Start.UNREAD);
        var watch = mailboxes.watch(settings, UUID.randomUUID());
        open.add(watch::end);
        watch.start();
    }

    private void put(String subject) throws MessagingException {
        var text = "From: marta@acme.example\r\nTo: support@pronto.example\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@acme.example>\r\n\r\nHelp\r\n";
        support.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
    }

    private String failure(GoBetween front) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> db.sql("select coalesce(max(failure), '') from channels.mailbox where name like :name")
                                .param("name", "%:" + front.port() + "/INBOX")
                                .query(String.class)
                                .single(),
                        failure -> !failure.isEmpty());
    }

    private void awaitTaken(String... subjects) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(db.sql("select id from channels.incoming order by id")
                                .query(Long.class)
                                .list())
                        .extracting(id -> mails.read(id).subject())
                        .contains(subjects));
    }
}
