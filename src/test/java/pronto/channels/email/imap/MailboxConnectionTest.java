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
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

        assertThat(failure()).contains("127.0.0.1");
        assertThat(front.asked()).isEmpty();
    }

    @Test
    void a_server_that_does_not_encrypt_where_it_must_gets_no_password() throws Exception {
        var front = before(Speech.CLEAR);

        watch("localhost", Security.STARTTLS, front);

        assertThat(failure()).containsIgnoringCase("STARTTLS");
        assertThat(front.asked()).doesNotContain("SECRET").noneMatch(word -> word.contains("LOGIN"));
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_refused() throws Exception {
        SSLContext.setDefault(before);
        var front = before(Speech.ENCRYPTED);

        watch("localhost", Security.IMPLICIT, front);

        assertThat(failure()).isNotBlank();
        assertThat(front.asked()).isEmpty();
    }

    @Test
    void a_server_that_tells_of_news_is_waited_at_and_a_mail_is_taken_soon() throws Exception {
        var front = before(Speech.CLEAR);
        watch("localhost", Security.NONE, front);
        await().atMost(Duration.ofSeconds(10)).until(() -> front.asked().contains("IDLE"));

        var came = Instant.now();
        put("news");
        awaitTaken("news");

        // Sooner than looking would find it; on an idle machine within a second.
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

    private String failure() {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> db.sql("select coalesce(max(failure), '') from channels.mailbox")
                                .query(String.class)
                                .single(),
                        failure -> !failure.isEmpty());
    }

    private void awaitTaken(String... subjects) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(db.sql("select id from channels.incoming order by id")
                                .query(Long.class)
                                .list())
                        .extracting(id -> mails.read(id).subject())
                        .contains(subjects));
    }
}
