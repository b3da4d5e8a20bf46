package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.ReplyTokens;
import pronto.runtime.RealDatabase;

@ExtendWith(OutputCaptureExtension.class)
@ApplicationModuleTest(module = "channels", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
class MailDoorsTest extends RealDatabase {

    @DynamicPropertySource
    static void open(DynamicPropertyRegistry registry) {
        registry.add("pronto.mail.smtp.port", () -> 0);
        registry.add("pronto.mail.lmtp.port", () -> 0);
        registry.add("pronto.mail.domain", () -> "pronto.example");
        registry.add("pronto.mail.addresses", () -> "support@pronto.example,fatture@pronto.example=Amministrazione");
    }

    @Autowired
    MailDoors doors;

    @Autowired
    DoorGreeting greeting;

    @Autowired
    ReplyTokens tokens;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_start_line_names_every_address_that_mail_is_taken_for() {
        assertThat(greeting.lines())
                .singleElement()
                .asString()
                .endsWith(" for support@pronto.example, fatture@pronto.example");
    }

    @Test
    void a_mail_by_smtp_and_again_by_lmtp_is_kept_once() throws IOException {
        var mail = "From: marta@acme.example\r\nMessage-ID: <twice@acme.example>\r\n\r\nHelp\r\n";
        try (var smtp = new Peer(doors.smtpPort().orElseThrow());
                var lmtp = new Peer(doors.lmtpPort().orElseThrow())) {
            smtp.ask("EHLO a.example");
            assertThat(hand(smtp, "support@pronto.example", mail)).startsWith("250");
            lmtp.ask("LHLO b.example");
            assertThat(hand(lmtp, "FATTURE@pronto.example", mail)).startsWith("250");
        }

        assertThat(db.sql("select door || ' ' || envelope_to[1] from channels.incoming where message_id like '%twice%'")
                        .query(String.class)
                        .list())
                .containsExactly("smtp support@pronto.example");
    }

    @Test
    void signed_reply_addresses_are_ours_and_others_are_not() throws IOException {
        var reply = tokens.address("support@pronto.example", 7, "marta@acme.example");
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO a.example");
            peer.ask("MAIL FROM:<marta@acme.example>");

            assertThat(peer.ask("RCPT TO:<" + reply + ">")).startsWith("250");
            assertThat(peer.ask("RCPT TO:<support@elsewhere.example>")).startsWith("550 5.1.1");
            assertThat(peer.ask("RCPT TO:<postmaster@elsewhere.example>")).startsWith("550 5.1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster", "Postmaster@Pronto.example"})
    void mail_to_the_postmaster_comes_to_the_first_support_address(String postmaster) throws IOException {
        var id = "<to-" + postmaster.length() + "@acme.example>";
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO a.example");
            assertThat(hand(peer, postmaster, "From: x@acme.example\r\nMessage-ID: " + id + "\r\n\r\nHelp\r\n"))
                    .startsWith("250");
        }

        assertThat(db.sql("select envelope_to[1] from channels.incoming where message_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("support@pronto.example");
    }

    @Test
    void a_database_that_refuses_is_answered_with_try_again() throws IOException {
        db.sql("alter table channels.incoming add constraint refuses check (message_id <> '<refused@acme.example>')")
                .update();
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO a.example");
            var mail = "From: marta@acme.example\r\nMessage-ID: <refused@acme.example>\r\n\r\nHelp\r\n";

            assertThat(hand(peer, "support@pronto.example", mail)).startsWith("451 4.3.0");
            db.sql("alter table channels.incoming drop constraint refuses").update();
            assertThat(hand(peer, "support@pronto.example", mail)).startsWith("250");
        }
    }

    @Test
    void a_database_that_says_nothing_is_answered_with_try_again_and_the_mail_is_kept_once() throws IOException {
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO a.example");
            var mail = "From: marta@acme.example\r\nMessage-ID: <mute@acme.example>\r\n\r\nHelp\r\n";

            String meanwhile = transaction.execute(status -> {
                db.sql("lock table channels.incoming in share mode").update();
                return handed(peer, mail);
            });
            assertThat(meanwhile).startsWith("451 4.3.0");
            assertThat(hand(peer, "support@pronto.example", mail)).startsWith("250");
        }

        assertThat(db.sql("select count(*) from channels.incoming where message_id like '%mute%'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "TO",
                "TO:",
                "TO: ",
                "TO:<",
                "TO:>",
                "TO:<>",
                "TO: <>",
                "TO:< >",
                "TO:<> SIZE=1",
                "TO:<>>",
                "TO:<@>",
                "TO:@",
                "TO:<@a:>",
                "TO:<@a,@b:>",
                "TO:<@a:@>",
                "TO:<support@>",
                "TO:<@pronto.example>",
                "TO:<\"\">",
                "TO:<\"\"@pronto.example>",
                "TO:<\"support\"@pronto.example>",
                "TO:\"",
                "TO:null",
                "TO:<null>",
                "TO:<NULL@null>",
                "TO:<support@pronto.example@>",
                "TO:<support@@pronto.example>",
                "TO:<+@pronto.example>",
                "TO:<+x@pronto.example>",
                "TO:<support@.>",
                "TO:<support@..>",
                "TO:<support@pronto.example..>",
                "TO:<support@[127.0.0.1]>",
                "TO:<support@[]>",
                "TO:<support@xn-->",
                "TO:<support@xn--a>",
                "TO:<support@xn--999999999>",
                "TO:<support@-.example>",
                "TO:<support@pronto.example",
                "TO:support@pronto.example>",
                "TO:<support@pronto.example> =",
                "TO:<support@pronto.example> NOTIFY=NEVER",
                "FROM:<support@pronto.example>"
            })
    void an_odd_recipient_is_refused_and_the_next_one_is_heard(String odd, CapturedOutput log) throws IOException {
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO a.example");
            assertThat(peer.ask("MAIL FROM:<>")).startsWith("250");

            assertThat(peer.ask("RCPT " + odd)).startsWith("5");
            assertThat(peer.ask("DATA")).startsWith("554");
            assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("250");
        }
        assertThat(log).doesNotContain("broken off", "NullPointer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<>",
                "<@>",
                "@",
                "null",
                "<null>",
                "<a@>",
                "<@b>",
                "<a@.>",
                "<a@[1.2.3.4]>",
                "<a@xn-->",
                "<\"\"@b.example>",
                "<\"a b\"@b.example>",
                "<a@b@c>",
                "<a@b.example.>",
                "<@r:>",
                "<+@b.example>",
                "<%s{%i}@b.example>"
            })
    void an_odd_sender_is_no_reason_to_lose_a_mail(String odd, CapturedOutput log) throws IOException {
        var id = "<odd" + Integer.toHexString(odd.hashCode()) + "@acme.example>";
        try (var peer = new Peer(doors.smtpPort().orElseThrow())) {
            peer.ask("EHLO @");
            assertThat(peer.ask("MAIL FROM:" + odd)).startsWith("250");
            assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("250");
            assertThat(peer.ask("DATA")).startsWith("354");
            assertThat(peer.say("From: \r\nTo: <>\r\nMessage-ID: " + id + "\r\n\r\nHelp\r\n")
                            .ask("."))
                    .startsWith("250 2.0.0");
        }
        assertThat(db.sql("select count(*) from channels.incoming where message_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(log).doesNotContain("broken off", "NullPointer");
    }

    private static String handed(Peer peer, String mail) {
        try {
            return hand(peer, "support@pronto.example", mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hand(Peer peer, String to, String mail) throws IOException {
        peer.ask("MAIL FROM:<marta@acme.example>");
        peer.ask("RCPT TO:<" + to + ">");
        peer.ask("DATA");
        return peer.say(mail).ask(".");
    }
}
