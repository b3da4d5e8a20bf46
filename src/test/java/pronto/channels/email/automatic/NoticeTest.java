package pronto.channels.email.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.Notice;
import pronto.channels.Notice.Bounce;
import pronto.channels.Notice.Outcome;
import pronto.channels.Notice.Recipient;
import pronto.channels.Notice.Why;
import pronto.channels.email.Samples;

class NoticeTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

    @Test
    void a_report_says_who_was_not_reached_and_why() {
        var bounce = bounce("""
                From: Mail Delivery System <MAILER-DAEMON@mx.acme.example>
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.acme.example
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0100

                Final-Recipient: rfc822; m.bianchi@mail.acme.example
                Original-Recipient: rfc822;marta@acme.example
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; 550 5.1.1 <m.bianchi@mail.acme.example>: user
                    unknown

                Final-Recipient: rfc822; luca@acme.example
                Action: delayed
                Status: 4.2.2
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <ours@pronto.example>
                Reply-To: Support <support+%s@pronto.example>
                --b--
                """.formatted(TOKEN));

        assertThat(bounce.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(bounce.about()).isEqualTo("ours@pronto.example");
        assertThat(bounce.replyTokens()).containsExactly(TOKEN);
        assertThat(bounce.recipients())
                .extracting(Recipient::address, Recipient::outcome, Recipient::status, Recipient::permanent)
                .containsExactly(
                        tuple("marta@acme.example", Outcome.FAILED, "5.1.1", true),
                        tuple("luca@acme.example", Outcome.DELAYED, "4.2.2", false));
        assertThat(bounce.recipients().getFirst().diagnostic()).endsWith("user unknown");
    }

    @Test
    void a_report_in_words_is_understood_too() {
        var bounce = bounce("""
                From: MAILER-DAEMON@mx.acme.example
                Subject: failure notice

                Hi. This is the program at mx.acme.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.

                <marta@acme.example>:
                192.0.2.25 does not like recipient.
                Remote host said: 552 5.2.2 Mailbox full

                --- Below this line is a copy of the message.

                Received: from pronto.example
                Message-ID: <ours@pronto.example>
                From: support@pronto.example
                To: other@acme.example
                """);

        assertThat(bounce.recipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.address()).isEqualTo("marta@acme.example");
            assertThat(recipient.status()).isEqualTo("5.2.2");
            assertThat(recipient.permanent()).isFalse();
        });
        assertThat(bounce.about()).isEqualTo("ours@pronto.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Delivery Status Notification (Delay) | The delivery of your message was delayed. | DELAYED",
                "Warning: could not send message for past 4 hours | This is a warning message only. | DELAYED",
                "Delayed Mail (still being retried) | We will try for 5 days. | DELAYED",
                "Mail delivery failed: returning message to sender | retry timeout exceeded, no delay. | FAILED",
                "Undelivered Mail Returned to Sender | user unknown | FAILED",
                "Unzustellbar: Ihre Anfrage | Empfänger unbekannt | FAILED",
                "Mancato recapito: Richiesta | Utente sconosciuto | FAILED"
            })
    void a_delay_is_no_failure(String subject, String text, Outcome outcome) {
        var notice = notice("From: Mail Delivery System <mailer-daemon@acme.example>\nSubject: " + subject + "\n\n"
                + text + "\n\n<marta@acme.example>\n");

        assertThat(notice)
                .isInstanceOfSatisfying(
                        Bounce.class, bounce -> assertThat(bounce.outcome()).isEqualTo(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: T-1001K",
                "Risposta automatica: ferie",
                "Automatische Antwort: Ihr Anliegen",
                "Réponse automatique : absence",
                "Respuesta automática: vacaciones",
                "Abwesenheitsnotiz: Urlaub",
                "Out of Office AutoReply: hello",
                "Automatisch antwoord: afwezig",
                "Autosvar: semester"
            })
    void who_is_away_is_not_answered(String subject) {
        assertThat(notice("From: marta@acme.example\nSubject: " + subject + "\n\nx\n"))
                .isEqualTo(new Notice.AutoReply(Why.ABSENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fuori ufficio | Sono assente fino al 3 dicembre.",
                "Out of office | I am out of the office until Monday.",
                "Re: T-1001K - Urlaub | x",
                "Abwesend | Ich bin bis zum 3. Dezember nicht im Büro.",
                "Absence | Je suis absent jusqu'au 3 décembre.",
                "Ausente | Estaré fuera de la oficina."
            })
    void being_away_is_believed_where_the_text_says_so_too(String subject, String text) {
        var notice = notice("From: marta@acme.example\nSubject: " + subject + "\n\n" + text + "\n");

        assertThat(notice).isEqualTo(subject.startsWith("Re:") ? null : new Notice.AutoReply(Why.ABSENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Fwd: Undelivered Mail Returned to Sender\n\nYour answers do not reach us: 550 5.1.1 user unknown",
                "Subject: Undelivered mail from your shop\n\nMy customers get 550 user unknown, a@b.example",
                "Subject: Abwesenheitsplaner: Fehler 17\n\nIch bin ratlos",
                "Subject: Vacation: how do I enter it?\n\nI cannot find the page.",
                "Subject: Out of office: the rule does not work\n\nIt never answers.",
                "Subject: Assenza: non riesco a registrarla\n\nIl modulo dà errore.",
                "Subject: Automatic reply - not sent\n\nPlease help.",
                "Subject: Bounce rate\n\nIt is 5 percent.",
                "Feedback-ID: 1.eu-west-1.abc:AmazonSES\nSubject: Help\n\nNothing works.",
                "Auto-Submitted: no; really\nSubject: Help\n\nNothing works.",
                "X-Auto-Response-Suppress: OOF, DR\nSubject: Help\n\nNothing works.",
                "X-Autoreply: no\nSubject: Help\n\nNothing works."
            })
    void people_are_never_taken_for_programs(String rest) {
        assertThat(notice("From: Marta of MDaemon Ltd <marta@acme.example>\n" + rest + "\n"))
                .isNull();
    }

    @Test
    void a_postmaster_who_answers_is_a_person() {
        assertThat(notice(
                        "From: Postmaster <postmaster@acme.example>\nSubject: Re: Your question\n\nYes, please do.\n"))
                .isNull();
    }

    @Test
    void a_bounce_that_a_person_passes_on_is_the_persons() {
        assertThat(notice("""
                From: marta@acme.example
                Subject: Fwd: Undelivered Mail Returned to Sender
                Content-Type: multipart/mixed; boundary=b

                --b

                What does this mean?
                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; support@pronto.example
                Action: failed
                --b--
                """)).isNull();
    }

    @Test
    void a_complaint_names_the_mail_it_is_about() {
        assertThat(notice("""
                From: fbl@provider.example
                Subject: complaint
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --b
                Content-Type: message/rfc822

                Message-ID: <ours@pronto.example>

                Hi
                --b--
                """)).isEqualTo(new Notice.Complaint("ours@pronto.example"));
    }

    @Test
    void a_receipt_for_having_read_is_no_answer() {
        assertThat(notice("""
                From: marta@acme.example
                Subject: Read: Your question
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: message/disposition-notification

                Disposition: manual-action/MDN-sent-manually; displayed
                --b--
                """)).isEqualTo(new Notice.AutoReply(Why.READ));
    }

    @Test
    void who_accepts_an_invitation_has_pressed_a_button() {
        assertThat(notice("""
                From: marta@acme.example
                Subject: Accepted: Call
                Content-Type: text/calendar; method=REPLY

                BEGIN:VCALENDAR
                METHOD:REPLY
                BEGIN:VEVENT
                SUMMARY:Call
                END:VEVENT
                END:VCALENDAR
                """)).isEqualTo(new Notice.AutoReply(Why.CALENDAR));
    }

    @Test
    void our_own_mail_is_known_when_it_comes_back() {
        assertThat(notice("From: list@acme.example\nMessage-ID: <AbCdEfGhIjKlMnOpQrStUvW_@pronto.example>\n\nHi\n"))
                .isEqualTo(new Notice.OurOwn());
    }

    private static Bounce bounce(String mail) {
        return (Bounce) Objects.requireNonNull(notice(mail));
    }

    private static @Nullable Notice notice(String mail) {
        return Samples.read(mail).notice();
    }
}
