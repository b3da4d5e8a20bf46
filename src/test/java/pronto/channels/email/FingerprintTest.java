package pronto.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    static final String MAIL = """
            From: Marta <marta@acme.example>
            To: support@pronto.example
            Subject: It is
             gone
            Date: Mon, 23 Nov 2026 10:00:00 +0100
            Message-ID: <1@acme.example>

            Hello,

            it is gone.
            """.replace("\n", "\r\n");

    @Test
    void what_servers_add_on_the_way_does_not_make_another_mail_of_it() {
        var other = "Return-Path: <marta@acme.example>\r\nDelivered-To: sales@pronto.example\r\n"
                + MAIL.replace("\r\n", "\n").replace("It is\n gone", "It is gone") + "\n\n";

        assertThat(key(other)).isEqualTo(key(MAIL));
    }

    @Test
    void other_words_under_the_same_message_id_are_another_mail() {
        assertThat(key(MAIL.replace("it is gone", "it is back"))).isNotEqualTo(key(MAIL));
        assertThat(key(MAIL.replace("marta@", "luca@"))).isNotEqualTo(key(MAIL));
        assertThat(key(MAIL.replace("gone.\r\n", "gone\r\n.\r\n"))).isNotEqualTo(key(MAIL));
    }

    @Test
    void without_a_message_id_the_day_and_the_date_count() {
        var nameless = MAIL.replace("Message-ID: <1@acme.example>\r\n", "");

        assertThat(of(nameless).onceKey(7)).isEqualTo(of(nameless).onceKey(7));
        assertThat(of(nameless).onceKey(8)).isNotEqualTo(of(nameless).onceKey(7));
        assertThat(key(nameless.replace("10:00:00", "10:00:01"))).isNotEqualTo(key(nameless));
    }

    @Test
    void who_hides_behind_a_header_without_end_is_not_taken_for_another() {
        var long1 = "X-A: " + "x".repeat(300_000) + "\r\n" + MAIL;

        assertThat(key(long1)).isEqualTo(key(long1)).isNotEqualTo(key(long1.replace("marta@", "luca@")));
        assertThat(key(long1)).isNotEqualTo(key(long1.replace("X-A: x", "X-A: y")));
    }

    @Test
    void it_does_not_matter_in_what_pieces_it_came() {
        var pieces = new Fingerprint();
        for (byte b : MAIL.getBytes(ISO_8859_1)) {
            pieces.add(new byte[] {b}, 0, 1);
        }

        assertThat(pieces.onceKey(0)).isEqualTo(key(MAIL));
    }

    @Test
    void fields_are_found_unfolded_and_in_any_case() {
        assertThat(of(MAIL).field("subject")).isEqualTo("It is gone");
        assertThat(of(MAIL.replace("Message-ID", "message-id")).messageId()).isEqualTo("<1@acme.example>");
        assertThat(of("No header at all").messageId()).isNull();
    }

    private static String key(String mail) {
        return of(mail).onceKey(0);
    }

    private static Fingerprint of(String mail) {
        var fingerprint = new Fingerprint();
        var bytes = mail.getBytes(ISO_8859_1);
        fingerprint.add(bytes, 0, bytes.length);
        return fingerprint;
    }
}
