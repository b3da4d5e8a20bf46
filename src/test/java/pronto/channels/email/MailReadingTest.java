package pronto.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.Automatic;
import pronto.channels.Evidence;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.people.Effort;

class MailReadingTest {

    @Test
    void an_ordinary_mail_is_understood() {
        var mail = Samples.read("""
                From: =?UTF-8?Q?Marta_Bianch=C3=AC?= <Marta@ACME.example>
                To: Support <support@pronto.example>
                Cc: luca@acme.example
                Subject: =?UTF-8?B?UGVyY2jDqSA=?= =?UTF-8?B?bm9uIHZh?=
                Date: Mon, 23 Nov 2026 10:00:00 +0100
                Message-ID: <1@acme.example>
                In-Reply-To: <0@pronto.example>
                References: <a@pronto.example> <0@pronto.example>
                Content-Type: text/plain; charset=utf-8

                Buongiorno, perché non funziona più? È tutto fermo.
                """);

        assertThat(mail.from()).isEqualTo(new Mailbox("Marta Bianchì", "marta@acme.example"));
        assertThat(mail.supportAddress()).isEqualTo("support@pronto.example");
        assertThat(mail.cc()).containsExactly(new Mailbox(null, "luca@acme.example"));
        assertThat(mail.subject()).isEqualTo("Perché non va");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(mail.messageId()).isEqualTo("1@acme.example");
        assertThat(mail.inReplyTo()).isEqualTo("0@pronto.example");
        assertThat(mail.references()).containsExactly("a@pronto.example", "0@pronto.example");
        assertThat(mail.text()).isEqualTo("Buongiorno, perché non funziona più? È tutto fermo.");
        assertThat(mail.language()).isEqualTo("it");
        assertThat(mail.automatic()).isNull();
        assertThat(mail.trust()).isEqualTo(Trust.UNVERIFIED);
        assertThat(mail.unreadable()).isNull();
    }

    @Test
    void pictures_in_the_text_and_files_beside_it_are_told_apart() {
        var mail = Samples.read("""
                From: marta@acme.example
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <p>Ecco l'errore: <img src=3D"cid:shot@acme"> perch=E9?</p><img src=3D"https://t.example/1.gif">
                --r
                Content-Type: image/png; name=shot.png
                Content-ID: <shot@acme>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --r--
                --m
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*0*=UTF-8''fatt%C3%BA; filename*1*=ra.pdf
                Content-Transfer-Encoding: base64

                JVBERi0=
                --m--
                """);

        assertThat(mail.html())
                .contains("<img src=\"cid:shot@acme\" />".replace(" /", ""))
                .contains("data-src=\"https://t.example/1.gif\"");
        assertThat(mail.remoteImages()).isTrue();
        assertThat(mail.fullText()).isEqualTo("Ecco l'errore: perché?");
        assertThat(mail.attachments())
                .extracting(
                        IncomingMail.Attachment::name, IncomingMail.Attachment::inline, IncomingMail.Attachment::size)
                .containsExactly(tuple("shot.png", true, 8L), tuple("fattúra.pdf", false, 5L));
    }

    @Test
    void a_picture_written_into_the_page_becomes_a_file() {
        var mail = Samples.read("""
                From: marta@acme.example
                Content-Type: text/html

                <p>See</p><img src="data:image/png;base64,iVBORw0KGgo="><img src="data:text/html;base64,PHNjcmlwdD4=">
                """);

        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.inline()).isTrue();
            assertThat(mail.html()).contains("cid:" + file.contentId()).doesNotContain("data:");
        });
    }

    @Test
    void reply_tokens_are_found_wherever_the_mail_was_sent() {
        var mail = Samples.read("""
                From: marta@acme.example
                To: support+one@pronto.example, stranger+two@elsewhere.example
                Delivered-To: support+three@pronto.example

                Yes.
                """);

        assertThat(mail.replyTokens()).containsExactly("one", "three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aaa@bbb.com>ccc@ddd.com",
                "\"a@evil.org\"@corp.com",
                "aaa@bbb.com <ccc@ddd.com> eee@fff.com",
                "<aaa@bbb.com> <ccc@ddd.com>",
                "aaa@bbb.com@ddd.com",
                "<aaa@bbb.com ccc@ddd.com>"
            })
    void an_author_who_could_be_two_is_nobody(String from) {
        assertThat(Samples.read("From: " + from + "\n\nHello\n").from()).isNull();
    }

    @Test
    void a_name_that_looks_like_an_address_makes_nobody_its_owner() {
        var mail = Samples.read("From: \"boss@acme.example\" <thief@evil.example>\nReply-To: x@y.example\n\nHi\n");

        assertThat(mail.from()).isEqualTo(new Mailbox(null, "thief@evil.example"));
        assertThat(mail.replyTo()).containsExactly(new Mailbox(null, "x@y.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "mx.pronto.example; dmarc=pass header.from=acme.example, VERIFIED",
        "mx.pronto.example; spf=pass; dmarc=fail (p=none) header.from=acme.example, FAILED",
        "mx.pronto.example; dmarc=pass header.from=other.example, UNVERIFIED",
        "mx.pronto.example; dmarc=temperror header.from=acme.example, UNVERIFIED",
        "mx.evil.example; dmarc=pass header.from=acme.example, UNVERIFIED",
        "mx.pronto.example 1; none, UNVERIFIED"
    })
    void only_our_own_server_vouches_for_a_sender(String results, Trust trust) {
        var forged = "Authentication-Results: mx.pronto.example; dmarc=pass header.from=acme.example\n";
        var mail = Samples.read("Authentication-Results: " + results + "\n"
                + (results.startsWith("mx.pronto.example") ? forged : "") + "From: marta@acme.example\n\nHi\n");

        assertThat(mail.trust()).isEqualTo(trust);
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied, AUTO_REPLY",
        "Auto-Submitted: auto-generated, AUTO_REPLY",
        "Auto-Submitted: no,",
        "Precedence: bulk, LIST",
        "Precedence: auto_reply, AUTO_REPLY",
        "List-Id: <all.acme.example>, LIST",
        "X-Auto-Response-Suppress: All, AUTO_REPLY",
        "Subject: Risposta automatica: ferie, AUTO_REPLY",
        "Return-Path: <>, BOUNCE",
        "Subject: Auto parts do not arrive,",
        "Subject: Automatic reply is not sent,",
        "Subject: Assente il pulsante di invio,"
    })
    void mail_of_programs_is_known_by_its_header(String field, Automatic automatic) {
        assertThat(Samples.read("From: marta@acme.example\n" + field + "\n\nHi\n")
                        .automatic())
                .isEqualTo(automatic);
    }

    @Test
    void the_null_sender_is_never_a_person() {
        var mail = Samples.read("From: a@b.example\n\nHi\n".getBytes(UTF_8), new MemoryFiles(), "");

        assertThat(mail.automatic()).isEqualTo(Automatic.BOUNCE);
    }

    @Test
    void a_bounce_names_the_mail_that_bounced() {
        var mail = Samples.read("""
                From: MAILER-DAEMON@acme.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                Sorry.
                --b
                Content-Type: message/delivery-status

                Action: failed
                --b
                Content-Type: message/rfc822

                Message-ID: <ours@pronto.example>
                Subject: Our answer

                Hello
                --b--
                """);

        assertThat(mail.automatic()).isEqualTo(Automatic.BOUNCE);
        assertThat(mail.references()).containsExactly("ours@pronto.example");
    }

    @ParameterizedTest
    @CsvSource({"parts, 1", "depth, 2"})
    void beyond_every_limit_a_mail_is_kept_unread_and_soon(String limit, int kind) {
        var head = "From: marta@acme.example\nSubject: Too much\nContent-Type: multipart/mixed; boundary=b\n\n";
        var mail = kind == 1
                ? head + "--b\n\nx\n".repeat(5000)
                : head
                        + IntStream.range(0, 5000)
                                .mapToObj(i -> "--b" + (i == 0 ? "" : i) + "\nContent-Type: multipart/mixed; boundary=b"
                                        + (i + 1) + "\n\n")
                                .collect(Collectors.joining());

        var effort = Effort.of(() -> Samples.read(mail));

        var read = effort.result();
        assertThat(read.unreadable()).isEqualTo(limit);
        assertThat(read.subject()).isEqualTo("Too much");
        assertThat(effort.spent()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void monstrous_headers_do_no_harm() {
        var mails = new String[] {
            "Subject: " + "x".repeat(10_000_000) + "\n\nHi\n",
            "X-A: b\n".repeat(100_000) + "\nHi\n",
            "From: marta@acme.example\nTo: " + "a@b.example, ".repeat(10_000) + "c@d.example\n\nHi\n",
            "From: " + "(".repeat(100_000) + "\n\nHi\n",
            "Content-Type: text/plain; " + "a*0=b; ".repeat(50_000) + "\n\nHi\n",
            "References: " + "<a@b> ".repeat(50_000) + "\n\nHi\n"
        };
        for (var mail : mails) {
            var effort = Effort.of(() -> Samples.read(mail));
            assertThat(effort.spent()).isLessThan(Duration.ofSeconds(2));
            assertThat(effort.result().to()).hasSizeLessThanOrEqualTo(1000);
        }
    }

    @Test
    void deep_html_does_no_harm() {
        var effort = Effort.of(() -> Samples.read(
                "From: a@b.example\nContent-Type: text/html\n\n" + "<div><b><table><td>".repeat(25_000) + "Hi"));

        assertThat(effort.result().fullText()).isEqualTo("Hi");
        assertThat(effort.spent()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void what_no_database_keeps_is_gone() {
        var read = Samples.read("From: a@b.example\nSubject: a\0b\nMessage-ID: <x\0@y>\n\nH\0i \ud83d\n");

        assertThat(read.subject() + read.messageId() + read.fullText()).doesNotContain("\0");
    }

    @Test
    void the_name_of_a_file_is_only_a_label() {
        var read = Samples.read("""
                From: a@b.example
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="../../etc/\u200b.htaccess\u202efdp.exe"

                x
                """);

        assertThat(read.attachments().getFirst().name()).isEqualTo("htaccessfdp.exe");
    }

    @Test
    void an_appointment_is_shown_in_words() {
        var read = Samples.read("""
                From: a@b.example
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Può partecipare alla riunione? Grazie.
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VEVENT
                SUMMARY:Invii fermi\\, cosa fare
                DTSTART;TZID=Europe/Rome:20261123T100000
                DTEND;TZID=Europe/Rome:20261123T110000
                LOCATION:Sala 3
                ORGANIZER;CN="Luca: IT":mailto:luca@acme.example
                END:VEVENT
                END:VCALENDAR
                --b--
                """);

        assertThat(read.automatic()).isNull();
        assertThat(read.text()).isEqualTo("""
                Può partecipare alla riunione? Grazie.

                Invito: Invii fermi, cosa fare
                Quando: 2026-11-23 10:00 \u2013 11:00 (Europe/Rome)
                Dove: Sala 3
                Organizzatore: luca@acme.example""");
    }

    @Test
    void a_mail_that_is_only_passed_on_is_shown() {
        var read = Samples.read("""
                From: a@b.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                From: Marta <marta@acme.example>
                Subject: =?UTF-8?Q?Perch=C3=A9?=
                Content-Type: text/html; charset=utf-8

                <p>Non <b>funziona</b> più.</p>
                --b--
                """);

        assertThat(read.text()).isEqualTo("From: Marta <marta@acme.example>\nSubject: Perché\n\nNon funziona più.");
        assertThat(read.attachments()).hasSize(1);
    }

    @Test
    void what_is_proven_of_one_author_says_nothing_of_another() {
        var proven = new Evidence(null, Check.NONE, List.of(), new Check(Result.PASS, "evil.example", "none"));

        assertThat(Samples.read("From: mallory@evil.example\n\nHi\n", proven).trust())
                .isEqualTo(Trust.VERIFIED);
        assertThat(Samples.read("From: marta@acme.example\n\nHi\n", proven).trust())
                .isEqualTo(Trust.UNVERIFIED);
    }

    @Test
    void a_name_that_is_written_like_an_address_of_somebody_else_is_none() {
        assertThat(from("\"Marta Rossi <marta@acme.example>\" <mallory@evil.example>"))
                .isNull();
        assertThat(from("=?utf-8?q?marta=40acme=2Eexample?= <mallory@evil.example>"))
                .isNull();
        assertThat(from("\"mallory@evil.example\" <mallory@evil.example>")).isEqualTo("mallory@evil.example");
        assertThat(from("Marta @ Acme <marta@acme.example>")).isEqualTo("Marta @ Acme");
    }

    private static @Nullable String from(String written) {
        return Objects.requireNonNull(
                        Samples.read("From: " + written + "\n\nHi\n").from())
                .name();
    }
}
