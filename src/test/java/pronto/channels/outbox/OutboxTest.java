package pronto.channels.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.Delivery;
import pronto.channels.Delivery.State;
import pronto.channels.DeliveryChanged;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.ReplyTokens;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

@SpringBootTest
class OutboxTest extends RealDatabase {

    static final Mailbox MARTA = Letters.MARTA;
    static final Mailbox LUCA = Letters.LUCA;
    static final AtomicInteger number = new AtomicInteger();
    static final FakeRelay relay = start();

    @Autowired
    Outbox outbox;

    @Autowired
    Signatures signatures;

    @Autowired
    Deliveries deliveries;

    @Autowired
    RelaySetting setting;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    InstantSource time;

    @Autowired
    TimeShift shift;

    @Autowired
    Heard heard;

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry registry) {
        registry.add("pronto.mail.relay", relay::url);
    }

    static FakeRelay start() {
        try {
            return new FakeRelay();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Those above, who hear how far a mail got. */
    static class Heard {

        final List<DeliveryChanged> news = new CopyOnWriteArrayList<>();

        @EventListener
        void on(DeliveryChanged changed) {
            news.add(changed);
        }
    }

    @TestConfiguration
    static class Above {

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        @Primary
        ReplyTokens plainTokens() {
            return new ReplyTokens() {
                @Override
                public String address(String supportAddress, long ticket, String participant) {
                    return "support+" + ticket + "-" + participant.replace('@', '.') + "@acme.example";
                }

                @Override
                public @Nullable Long ticketOf(String token, String participant) {
                    return null;
                }

                @Override
                public @Nullable Long claimed(String token) {
                    return null;
                }
            };
        }
    }

    @BeforeEach
    void quiet() {
        relay.answering(line -> null).answeringMail(mail -> "250 2.0.0 taken");
        // What the test before left behind is not tried again in this one.
        db.sql(
                        "update channels.delivery set state = 'cancelled', fence = fence + 1 where state in ('queued', 'deferred')")
                .update();
        relay.given.clear();
    }

    @AfterEach
    void now() {
        shift.set(Duration.ZERO);
    }

    @AfterAll
    static void closeRelay() throws IOException {
        relay.close();
    }

    @Test
    void each_address_gets_a_copy_with_a_reply_address_of_its_own() {
        var sent = outbox.send(mail(1, List.of(MARTA), List.of(LUCA)));

        await().untilAsserted(() -> assertThat(states(sent)).containsExactly(State.SENT, State.SENT));
        assertThat(given(sent))
                .extracting(FakeRelay.Given::recipient)
                .containsExactlyInAnyOrder("marta@rossi.example", "luca@rossi.example");
        assertThat(given(sent))
                .allSatisfy(given -> assertThat(given.mail())
                        .contains("Message-ID: " + sent.messageId(), "<marta@rossi.example>", "Cc: luca@rossi.example")
                        .contains("support+1-" + given.recipient().replace('@', '.') + "@acme.example"));
        assertThat(heard.news)
                .contains(new DeliveryChanged(sent.outgoing(), "marta@rossi.example", State.SENT, "ticket", 1L));
    }

    @Test
    void who_stands_in_both_lists_gets_one() {
        var sent = outbox.send(mail(2, List.of(MARTA), List.of(new Mailbox(null, "Marta@Rossi.example"))));

        assertThat(outbox.deliveries(List.of(sent.outgoing()))).hasSize(1);
    }

    @Test
    void asking_twice_with_the_same_key_sends_once() {
        var mail = mail(3, List.of(MARTA), List.of());

        assertThat(outbox.send(mail)).isEqualTo(outbox.send(mail));
    }

    @Test
    void it_goes_with_the_transaction_of_its_cause() {
        var mail = mail(4, List.of(MARTA), List.of());
        transaction.executeWithoutResult(status -> {
            outbox.send(mail);
            status.setRollbackOnly();
        });

        assertThat(db.sql("select count(*) from channels.outgoing where once_key = ?")
                        .param(mail.onceKey())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_can_be_taken_back_until_it_leaves() {
        var later = outbox.send(after(Duration.ofMinutes(1), mail(5, List.of(MARTA), List.of(LUCA))));
        var now = outbox.send(mail(5, List.of(LUCA), List.of()));

        assertThat(outbox.cancel(later.outgoing())).isTrue();
        assertThat(states(later)).containsOnly(State.CANCELLED);
        await().untilAsserted(() -> assertThat(states(now)).containsOnly(State.SENT));
        assertThat(outbox.cancel(now.outgoing())).isFalse();
        assertThat(outbox.cancel(later.outgoing())).isFalse();
    }

    @Test
    void an_undo_and_a_courier_never_both_win() {
        for (int i = 0; i < 20; i++) {
            var sent = outbox.send(mail(600 + i, List.of(MARTA), List.of()));
            var undone = outbox.cancel(sent.outgoing());
            await().untilAsserted(() -> assertThat(states(sent)).doesNotContain(State.QUEUED));
            assertThat(given(sent)).hasSize(undone ? 0 : 1);
        }
    }

    @Test
    void one_bad_address_is_not_the_others_fault() {
        relay.answering(line -> line.startsWith("RCPT TO:<luca") ? "550 5.1.1 no such person" : null);
        var sent = outbox.send(mail(7, List.of(MARTA), List.of(LUCA)));

        await().untilAsserted(() -> assertThat(states(sent)).containsExactly(State.SENT, State.BOUNCED));
        assertThat(outbox.deliveries(List.of(sent.outgoing())).getLast().answer())
                .contains("no such person");
        assertThat(heard.news)
                .contains(new DeliveryChanged(sent.outgoing(), "luca@rossi.example", State.BOUNCED, "ticket", 7L));
    }

    @Test
    void what_is_put_off_is_tried_again_and_what_follows_it_waits() {
        relay.answering(line -> line.startsWith("RCPT TO:<marta") ? "452 4.2.2 mailbox full" : null);
        var first = outbox.send(mail(8, List.of(MARTA), List.of()));
        await().untilAsserted(() -> assertThat(states(first)).containsOnly(State.DEFERRED));
        var second = outbox.send(mail(8, List.of(MARTA), List.of(LUCA)));
        var elsewhere = outbox.send(mail(9, List.of(LUCA), List.of()));
        await().untilAsserted(() -> assertThat(states(elsewhere)).containsOnly(State.SENT));
        await().untilAsserted(() -> assertThat(states(second)).containsExactly(State.QUEUED, State.SENT));

        relay.answering(line -> null);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(states(second)).containsOnly(State.SENT));
        assertThat(toMarta(first, second)).containsExactly(first.messageId(), second.messageId());
    }

    @Test
    void letters_about_one_thing_arrive_in_their_order() {
        var sent = IntStream.range(0, 30)
                .mapToObj(i -> outbox.send(mail(10, List.of(MARTA), List.of())))
                .toArray(Outbox.Sent[]::new);

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(toMarta(sent)).hasSize(30));
        assertThat(toMarta(sent))
                .containsExactlyElementsOf(
                        Stream.of(sent).map(Outbox.Sent::messageId).toList());
    }

    @Test
    void an_answer_that_never_came_is_asked_for_again_under_the_same_name() {
        var turn = new AtomicInteger();
        // Not any letter: one of the test before may still be on its way.
        relay.answeringMail(mail ->
                mail.contains("support+11-") && turn.getAndIncrement() == 0 ? FakeRelay.HANG_UP : "250 2.0.0 taken");
        var sent = outbox.send(mail(11, List.of(MARTA), List.of()));

        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.DEFERRED));
        assertThat(outbox.cancel(sent.outgoing())).as("it may have left").isFalse();
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(states(sent)).containsOnly(State.SENT));
        assertThat(given(sent)).hasSize(2);
    }

    @Test
    void after_five_days_it_is_over() {
        relay.answering(line -> line.startsWith("RCPT") ? "452 4.2.2 mailbox full" : null);
        var sent = outbox.send(mail(12, List.of(MARTA), List.of()));
        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.DEFERRED));

        shift.set(Duration.ofDays(5).minusHours(1));
        await().untilAsserted(() -> assertThat(tries(sent)).isEqualTo(2));
        assertThat(states(sent)).containsOnly(State.DEFERRED);
        shift.set(Duration.ofDays(6));
        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.BOUNCED));
    }

    @Test
    void what_bounced_can_be_sent_again() {
        relay.answering(line -> line.startsWith("RCPT") ? "550 5.1.1 not yet" : null);
        var sent = outbox.send(mail(13, List.of(MARTA), List.of()));
        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.BOUNCED));

        relay.answering(line -> null);
        outbox.resend(outbox.deliveries(List.of(sent.outgoing())).getFirst().id());

        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.SENT));
        assertThat(given(sent)).hasSize(1);
    }

    @Test
    void a_mail_that_comes_back_later_counts_as_refused() {
        var sent = outbox.send(mail(14, List.of(MARTA), List.of()));
        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.SENT));

        outbox.bounced(sent.messageId(), "nobody@rossi.example", "not ours");
        assertThat(states(sent)).containsOnly(State.SENT);
        outbox.bounced(sent.messageId(), "Marta@rossi.example", "550 5.1.1 moved away");
        assertThat(states(sent)).containsOnly(State.BOUNCED);
    }

    @Test
    void a_node_that_slept_too_long_changes_nothing_any_more() {
        relay.answering(line -> line.startsWith("RCPT") ? "452 4.2.2 mailbox full" : null);
        var sent = outbox.send(after(Duration.ofMinutes(10), mail(15, List.of(MARTA), List.of())));
        db.sql(
                        "update channels.delivery set next_try_at = now() - interval '1 hour', lease_until = now() + interval '1 hour' where outgoing_id = ?")
                .param(sent.outgoing())
                .update();
        assertThat(deliveries.claim(100)).extracting(Claimed::outgoing).doesNotContain(sent.outgoing());

        db.sql(
                        "update channels.delivery set lease_until = now() - interval '1 second', fence = 41 where outgoing_id = ?")
                .param(sent.outgoing())
                .update();
        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.DEFERRED));
        var asleep = new Claimed(
                outbox.deliveries(List.of(sent.outgoing())).getFirst().id(),
                sent.outgoing(),
                41,
                1,
                time.instant(),
                State.QUEUED,
                Letters.answer());
        deliveries.settle(asleep, new Answer.Taken("250 ok"));

        assertThat(states(sent)).containsOnly(State.DEFERRED);
        assertThat(outbox.cancel(sent.outgoing()))
                .as("the first try may have left")
                .isFalse();
    }

    @Test
    void two_nodes_send_nothing_twice() {
        var other = new Courier(deliveries, setting);
        other.start();
        try {
            var sent = IntStream.range(0, 200)
                    .mapToObj(i -> outbox.send(mail(2_000 + i, List.of(MARTA), List.of())))
                    .toArray(Outbox.Sent[]::new);
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> assertThat(toMarta(sent)).hasSizeGreaterThanOrEqualTo(200));
            assertThat(toMarta(sent)).hasSize(200).doesNotHaveDuplicates();
        } finally {
            other.stop();
        }
    }

    @Test
    void an_address_that_is_none_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> outbox.send(mail(16, List.of(MARTA, new Mailbox(null, "luca@")), List.of())))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo("to[1]"));
    }

    @Test
    void people_s_words_are_cleaned_before_they_are_kept() {
        var plain = mail(17, List.of(new Mailbox("Marta\r\nBcc: eve@evil.example", MARTA.address())), List.of());
        var sent = outbox.send(plain);

        await().untilAsserted(() -> assertThat(states(sent)).containsOnly(State.SENT));
        assertThat(given(sent))
                .singleElement()
                .satisfies(given -> assertThat(given.mail()).doesNotContainPattern("(?m)^Bcc"));
    }

    @Test
    void an_italian_mail_bears_the_italian_signature_as_it_was_when_it_was_sent() {
        signatures.write(Map.of("en", "Kind regards, {name}", "it", "Cordiali saluti, {name}"), Actor.PRONTO);
        var sent = outbox.send(mail(901, List.of(MARTA), List.of()));
        signatures.write(Map.of("it", "Ciao"), Actor.PRONTO);

        assertThat(db.sql("select signature from channels.outgoing where id = :id")
                        .param("id", sent.outgoing())
                        .query(String.class)
                        .single())
                .isEqualTo("Cordiali saluti, Giulia");
        signatures.write(Map.of("en", "{name}", "it", "{name}"), Actor.PRONTO);
    }

    private OutgoingMail mail(long ticket, List<Mailbox> to, List<Mailbox> cc) {
        return new OutgoingMail(
                "test:" + number.incrementAndGet(),
                "Giulia",
                "support@acme.example",
                to,
                cc,
                "Re: La fattura",
                "La fattura è corretta.",
                "<p>La fattura è corretta.</p>",
                "<question@rossi.example>",
                List.of("<question@rossi.example>"),
                List.of(),
                "it",
                false,
                ticket,
                "ticket",
                ticket,
                time.instant());
    }

    private OutgoingMail after(Duration wait, OutgoingMail mail) {
        Instant when = mail.sendAfter().plus(wait);
        return new OutgoingMail(
                mail.onceKey(),
                mail.fromName(),
                mail.fromAddress(),
                mail.to(),
                mail.cc(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.inReplyTo(),
                mail.references(),
                mail.attachments(),
                mail.language(),
                mail.automatic(),
                mail.replyTicket(),
                mail.subjectKind(),
                mail.subjectId(),
                when);
    }

    private List<State> states(Outbox.Sent sent) {
        return outbox.deliveries(List.of(sent.outgoing())).stream()
                .map(Delivery::state)
                .toList();
    }

    private int tries(Outbox.Sent sent) {
        return outbox.deliveries(List.of(sent.outgoing())).getFirst().attempts();
    }

    /** Those of these that reached Marta's side, as they came. */
    private static List<String> toMarta(Outbox.Sent... sent) {
        return given(sent).stream()
                .filter(given -> given.recipient().startsWith("marta"))
                .map(OutboxTest::messageId)
                .toList();
    }

    /** What the relay took of these; a letter of the test before may still be on its way. */
    private static List<FakeRelay.Given> given(Outbox.Sent... sent) {
        var these = Stream.of(sent).map(Outbox.Sent::messageId).collect(Collectors.toSet());
        return relay.given.stream()
                .filter(given -> these.contains(messageId(given)))
                .toList();
    }

    private static String messageId(FakeRelay.Given given) {
        return given.mail()
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()))
                .findFirst()
                .orElseThrow();
    }
}
