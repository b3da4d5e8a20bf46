package pronto.channels.email.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpTest extends DoorTest {

    @Override
    Protocol protocol() {
        return Protocol.SMTP;
    }

    @Test
    void a_mail_arrives_as_it_was_sent_with_its_envelope() throws IOException {
        var peer = invited();

        assertThat(peer.say("Subject: Help\r\n\r\nIt is ..gone\r\n..\r\n.x\r\n").ask("."))
                .startsWith("250 2.0.0");

        assertThat(taken)
                .containsExactly(new Taken(
                        new Envelope(
                                "127.0.0.1", "sender.example", "marta@acme.example", List.of("support@pronto.example")),
                        "Subject: Help\r\n\r\nIt is ..gone\r\n.\r\nx\r\n"));
        assertThat(peer.ask("QUIT")).startsWith("221");
    }

    @Test
    void what_it_can_do_is_announced() throws IOException {
        var peer = new Peer(door.port());

        assertThat(peer.say("EHLO sender.example\r\n").lines())
                .containsExactly(
                        "250-mx.example",
                        "250-PIPELINING",
                        "250-SIZE 20000",
                        "250-ENHANCEDSTATUSCODES",
                        "250-8BITMIME",
                        "250 SMTPUTF8");
    }

    @Test
    void an_old_server_that_says_helo_is_served() throws IOException {
        var peer = new Peer(door.port());

        assertThat(peer.ask("helo old.example")).isEqualTo("250 mx.example");
        assertThat(peer.ask("mail from: marta@acme.example")).startsWith("250");
        assertThat(peer.ask("rcpt to: <support@pronto.example>")).startsWith("250");
    }

    @Test
    void only_our_own_addresses_are_taken() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");

        assertThat(peer.ask("RCPT TO:<someone@elsewhere.example>")).startsWith("550 5.1.1");
        assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("250");
        assertThat(peer.ask("RCPT TO:<support+token@pronto.example>")).startsWith("250");
        assertThat(peer.ask("RCPT TO:<@relay.example,@b.example:support@pronto.example>"))
                .startsWith("250");
        assertThat(peer.ask("RCPT TO:<>")).startsWith("501");
    }

    @Test
    void an_address_without_end_is_told_to_be_none() throws IOException {
        var peer = peer();

        assertThat(peer.ask("MAIL FROM:<" + "a".repeat(4000) + ">")).startsWith("501");
        assertThat(peer.ask("MAIL FROM:<" + "\"\"".repeat(1950) + ">")).startsWith("501");
        assertThat(peer.ask("MAIL FROM:<\"" + "\\a".repeat(1900) + "\"@b.example>"))
                .startsWith("501");
        assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("250");
    }

    @Test
    void the_null_sender_is_heard() throws IOException {
        var peer = peer();
        assertThat(peer.ask("MAIL FROM:<>")).startsWith("250");
        peer.ask("RCPT TO:<support@pronto.example>");
        peer.ask("DATA");
        peer.ask("Subject: Undeliverable\r\n\r\n.");

        assertThat(taken.getFirst().envelope().from()).isEmpty();
    }

    @Test
    void commands_out_of_order_are_named_as_such() throws IOException {
        var peer = new Peer(door.port());
        assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("503");
        peer.ask("EHLO x");
        assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("503");
        assertThat(peer.ask("DATA")).startsWith("503");
        peer.ask("MAIL FROM:<marta@acme.example>");
        assertThat(peer.ask("DATA")).startsWith("554");
    }

    @Test
    void a_size_that_is_announced_too_large_is_refused_at_once() throws IOException {
        var peer = peer();

        assertThat(peer.ask("MAIL FROM:<marta@acme.example> SIZE=20001")).startsWith("552 5.3.4");
        assertThat(peer.ask("MAIL FROM:<marta@acme.example> SIZE=99999999999999999999"))
                .startsWith("552");
        assertThat(peer.ask("MAIL FROM:<marta@acme.example> SIZE=20000 BODY=8BITMIME SMTPUTF8"))
                .startsWith("250");
    }

    @Test
    void a_size_that_is_not_announced_is_counted() throws IOException {
        var peer = invited();

        assertThat(peer.say("x".repeat(80).concat("\r\n").repeat(900)).ask(".")).startsWith("552 5.3.4");
        assertThat(taken).isEmpty();
        assertThat(peer.ask("NOOP")).startsWith("250");
    }

    @Test
    void the_largest_mail_allowed_is_taken() throws IOException {
        var body = "x".repeat(19_998) + "\r\n";

        assertThat(invited().say(body).ask(".")).startsWith("250");
        assertThat(taken.getFirst().bytes()).isEqualTo(body);
    }

    @Test
    void a_parameter_that_was_not_offered_is_refused() throws IOException {
        assertThat(peer().ask("MAIL FROM:<marta@acme.example> BODY=BINARYMIME")).startsWith("555");
        assertThat(peer().ask("MAIL FROM:<marta@acme.example> RET=HDRS")).startsWith("555");
    }

    @Test
    void a_group_of_commands_may_be_sent_at_once() throws IOException {
        var peer = peer();

        peer.say("MAIL FROM:<marta@acme.example>\r\nRCPT TO:<support@pronto.example>\r\nDATA\r\n");
        assertThat(List.of(peer.answer(), peer.answer(), peer.answer()))
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("250"),
                        a -> assertThat(a).startsWith("250"),
                        a -> assertThat(a).startsWith("354"));
        peer.say("Hello\r\n.\r\nMAIL FROM:<luca@acme.example>\r\n");
        assertThat(peer.answer()).startsWith("250 2.0.0");
        assertThat(peer.answer()).startsWith("250 2.1.0");
    }

    @Test
    void more_recipients_than_allowed_have_to_come_again() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");
        for (int i = 0; i < 5; i++) {
            assertThat(peer.ask("RCPT TO:<support+" + i + "@pronto.example>")).startsWith("250");
        }

        assertThat(peer.ask("RCPT TO:<support+6@pronto.example>")).startsWith("452 4.5.3");
    }

    @Test
    void who_makes_mistakes_without_end_is_hung_up_on() throws IOException {
        var peer = peer();
        for (int i = 0; i < 5; i++) {
            assertThat(peer.ask("WHO")).startsWith("500");
        }

        assertThat(peer.ask("WHO")).startsWith("421");
        assertThat(peer.answer()).isEqualTo("closed");
    }

    @Test
    void an_endless_line_is_cut_off() throws IOException {
        var peer = peer();

        assertThat(peer.ask("NOOP " + "x".repeat(5000))).startsWith("500");
        assertThat(peer.ask("NOOP")).startsWith("250");
    }

    @Test
    void a_second_sender_needs_a_new_mail() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");

        assertThat(peer.ask("MAIL FROM:<luca@acme.example>")).startsWith("503");
        assertThat(peer.ask("RSET")).startsWith("250");
        assertThat(peer.ask("MAIL FROM:<luca@acme.example>")).startsWith("250");
    }

    @Test
    void a_peer_that_sends_too_many_in_a_minute_has_to_come_again_and_keeps_its_conversation() throws IOException {
        shut();
        limits = new Limits(20_000, 5, 10, 10, 3, 200, 5, 30, Duration.ofSeconds(60), Duration.ofSeconds(60));
        open();
        var peer = peer();
        for (int i = 0; i < 3; i++) {
            assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("250");
            peer.ask("RSET");
        }

        for (int i = 0; i < 8; i++) {
            assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("450 4.7.1");
        }
        assertThat(peer.ask("NOOP")).startsWith("250");
    }

    @Test
    void more_conversations_at_once_than_allowed_are_sent_away_until_one_ends() throws IOException {
        var peers = new ArrayList<Peer>();
        for (int i = 0; i < limits.connectionsEach(); i++) {
            peers.add(peer());
        }

        try (var socket = new Socket("127.0.0.1", door.port())) {
            socket.setSoTimeout(30_000);
            assertThat(new String(socket.getInputStream().readNBytes(9), US_ASCII))
                    .isEqualTo("421 4.7.0");
        }
        peers.getFirst().ask("QUIT");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try (var one = new Peer(door.port())) {
                return one.ask(hello()).startsWith("250");
            }
        });
    }
}
