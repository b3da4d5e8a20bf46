package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pronto.channels.Trust;
import pronto.channels.email.trust.DnsDouble;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;

/**
 * Whoever forges a customer's name to have an eavesdropper copied in gets nothing: whatever the DNS says of the server, in
 * whosever name the envelope is, with or without a copy.
 */
class ForgedSendersTest extends AtTheDesk {

    private static final DnsDouble DNS = new DnsDouble();
    private static final String SERVER = "192.0.2.1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @DynamicPropertySource
    static void names(DynamicPropertyRegistry registry) {
        registry.add("pronto.mail.dns", DNS::address);
    }

    @AfterAll
    static void shut() {
        DNS.close();
    }

    @ParameterizedTest(name = "spf {0}, envelope {1}, copy {2}: {3}, joins {4}")
    @CsvSource({
        "pass, aligned, false, VERIFIED, true",
        "pass, aligned, true, VERIFIED, true",
        "pass, sub, false, VERIFIED, true",
        "pass, sub, true, VERIFIED, true",
        "pass, foreign, false, FAILED, false",
        "pass, foreign, true, FAILED, false",
        "fail, aligned, false, FAILED, false",
        "fail, aligned, true, FAILED, false",
        "fail, sub, false, FAILED, false",
        "fail, sub, true, FAILED, false",
        "fail, foreign, false, FAILED, false",
        "fail, foreign, true, FAILED, false",
        "none, aligned, false, FAILED, false",
        "none, aligned, true, FAILED, false",
        "none, sub, false, FAILED, false",
        "none, sub, true, FAILED, false",
        "none, foreign, false, FAILED, false",
        "none, foreign, true, FAILED, false",
        "temperror, aligned, false, UNVERIFIED, true",
        "temperror, aligned, true, UNVERIFIED, true",
        "temperror, sub, false, UNVERIFIED, true",
        "temperror, sub, true, UNVERIFIED, true",
        "temperror, foreign, false, FAILED, false",
        "temperror, foreign, true, FAILED, false",
    })
    void a_forged_sender_has_nobody_copied_in_by_what_the_dns_says(
            String verdict, String alignment, boolean copy, Trust trust, boolean joins) {
        var domain = "c" + NUMBER.incrementAndGet() + ".example";
        DNS.text("_dmarc." + domain, "v=DMARC1; p=none");
        var envelope = switch (alignment) {
            case "aligned" -> domain;
            case "sub" -> "mail." + domain;
            default -> "evil-" + domain;
        };
        switch (verdict) {
            case "pass" -> DNS.text(envelope, "v=spf1 ip4:" + SERVER + " -all");
            case "fail" -> DNS.text(envelope, "v=spf1 -all");
            case "temperror" -> DNS.brokenAbout(envelope);
            default -> DNS.text(envelope, "nothing of the kind");
        }
        shows("marta@" + domain, mail -> mail.bouncingTo("bounce@" + envelope), SERVER, copy, trust, joins);
    }

    @ParameterizedTest(name = "dmarc {0}, about {1}, copy {2}: {3}, joins {4}")
    @CsvSource({
        "pass, aligned, false, VERIFIED, true",
        "pass, aligned, true, VERIFIED, true",
        "pass, sub, false, UNVERIFIED, true",
        "pass, sub, true, UNVERIFIED, true",
        "pass, foreign, false, UNVERIFIED, true",
        "pass, foreign, true, UNVERIFIED, true",
        "fail, aligned, false, FAILED, false",
        "fail, aligned, true, FAILED, false",
        "fail, sub, false, UNVERIFIED, true",
        "fail, sub, true, UNVERIFIED, true",
        "fail, foreign, false, UNVERIFIED, true",
        "fail, foreign, true, UNVERIFIED, true",
        "none, aligned, false, UNVERIFIED, true",
        "none, aligned, true, UNVERIFIED, true",
        "none, sub, false, UNVERIFIED, true",
        "none, sub, true, UNVERIFIED, true",
        "none, foreign, false, UNVERIFIED, true",
        "none, foreign, true, UNVERIFIED, true",
        "temperror, aligned, false, UNVERIFIED, true",
        "temperror, aligned, true, UNVERIFIED, true",
        "temperror, sub, false, UNVERIFIED, true",
        "temperror, sub, true, UNVERIFIED, true",
        "temperror, foreign, false, UNVERIFIED, true",
        "temperror, foreign, true, UNVERIFIED, true",
    })
    void a_forged_sender_has_nobody_copied_in_by_what_our_own_server_says(
            String verdict, String alignment, boolean copy, Trust trust, boolean joins) {
        var domain = "r" + NUMBER.incrementAndGet() + ".example";
        var about = switch (alignment) {
            case "aligned" -> domain;
            case "sub" -> "mail." + domain;
            default -> "evil-" + domain;
        };
        shows(
                "marta@" + domain,
                mail -> mail.header(
                        "Authentication-Results: mx.pronto.test; dmarc=" + verdict + " header.from=" + about),
                null,
                copy,
                trust,
                joins);
    }

    private void shows(
            String sender, UnaryOperator<Mail> how, @Nullable String peer, boolean copy, Trust trust, boolean joins) {
        var eve = "eve" + NUMBER.incrementAndGet() + "@evil.example";
        var ticket = reported(Mail.from(sender).about("A secret of ours").saying("Secret words."));
        var answer = answered(ticket);
        var before = sentTo(sender).size();
        var forged = Mail.from(sender)
                .about("Re: A secret of ours")
                .answering(answer.messageId())
                .saying("Forged words.");
        if (copy) {
            forged = forged.copying(eve);
        }

        var theirs = ticketOf(arrives(how.apply(forged), peer));

        assertThat(conversation.of(theirs.id(), null, 100).getLast().trust()).isEqualTo(trust);
        assertThat(theirs.id() == ticket.id()).isEqualTo(joins);
        assertThat(texts(ticket).contains("Forged words.")).isEqualTo(joins);
        if (!joins) {
            // The one whose name was forged is told that there is a ticket, and not one forged word.
            assertThat(sentTo(sender).subList(before, sentTo(sender).size()))
                    .hasSize(1)
                    .allSatisfy(mail -> assertThat(mail.subject() + mail.text())
                            .doesNotContain("secret", "Forged", "Secret", ticket.code()));
        }
        nobodyHearsOfIt(theirs, ticket, eve, copy);
    }

    private void nobodyHearsOfIt(Ticket theirs, Ticket ticket, String eve, boolean copied) {
        assertThat(sentTo(eve)).isEmpty();
        assertThat(conversation.participants(theirs.id()))
                .noneMatch(person -> person.address().equals(eve));
        assertThat(conversation.participants(ticket.id())).hasSize(1);
        assertThat(conversation.waiting(theirs.id()).stream()
                        .anyMatch(person -> person.address().equals(eve)))
                .isEqualTo(copied);
        desk.reply(theirs.id(), saying("To you alone."), giulia.actor());
        assertThat(sentTo(eve)).isEmpty();
    }
}
