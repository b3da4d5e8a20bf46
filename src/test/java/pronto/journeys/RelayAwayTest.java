package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pronto.channels.Delivery;
import pronto.channels.outbox.FakeRelay;
import pronto.people.FreePort;
import pronto.people.House;
import pronto.runtime.TimeShift;
import pronto.staff.Technician;
import pronto.tickets.Body;
import pronto.tickets.Conversation;
import pronto.tickets.Desk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.tickets.work.Mentions;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** The relay is away for six hours, then slow, and then it refuses one recipient. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayAwayTest {

    private static final String MARTA = "marta@acme.test";
    private static final String LUCA = "luca@gone.test";

    private int port;
    private House house;
    private Technician giulia;

    @BeforeAll
    void open() throws IOException {
        port = FreePort.next();
        house = House.open("pronto.mail.relay=smtp://127.0.0.1:" + port);
        giulia = house.cast().giulia();
    }

    @AfterAll
    void close() {
        house.get(TimeShift.class).set(Duration.ZERO);
        house.close();
    }

    @Test
    void order_is_kept_the_technician_is_told_after_an_hour_and_the_refusal_lies_on_the_right_message()
            throws IOException {
        var martas = taken(Mail.from(MARTA).about("The printer"));
        var lucas = taken(Mail.from(LUCA).about("The scanner"));
        var first = answer(martas, "First: switch it off.");
        var second = answer(martas, "Second: switch it on.");
        var toLuca = answer(lucas, "Clean the glass.");

        pushed(Duration.ofMinutes(50));
        assertThat(facts(martas)).doesNotContain("tickets.late");

        pushed(Duration.ofMinutes(62));
        awaitMark(martas, Ticket.Undelivered.LATE);
        awaitMark(lucas, Ticket.Undelivered.LATE);
        awaitCalls(Mentions.About.LATE, Mentions.About.LATE, Mentions.About.LATE);

        pushed(Duration.ofHours(6));
        try (var relay = new FakeRelay(port).answering(this::slowly)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> states(martas).stream().allMatch(state -> state == Delivery.State.SENT)
                            && states(lucas, toLuca).equals(List.of(Delivery.State.BOUNCED)));

            assertThat(relay.given)
                    .filteredOn(given ->
                            given.recipient().equals(MARTA) && !given.mail().contains("Auto-Submitted"))
                    .extracting(RelayAwayTest::id)
                    .containsExactly(first.messageId(), second.messageId());
        }
        awaitMark(lucas, Ticket.Undelivered.LOST);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.get(Tickets.class).ticket(martas.id()).undelivered() == null);
        assertThat(facts(martas))
                .as("once for each of the two")
                .filteredOn("tickets.late"::equals)
                .hasSize(2);
        awaitCalls(Mentions.About.LATE, Mentions.About.LATE, Mentions.About.LOST);
    }

    private @Nullable String slowly(String line) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        return line.startsWith("RCPT TO:<" + LUCA) ? "550 5.1.1 no such person" : null;
    }

    private void pushed(Duration by) {
        house.get(TimeShift.class).set(by);
    }

    private Ticket taken(Mail mail) {
        var ticket = house.reported(mail);
        return house.get(Desk.class).pickUp(ticket.id(), giulia.id(), giulia.actor());
    }

    private Message answer(Ticket ticket, String words) {
        return house.get(Desk.class)
                .reply(ticket.id(), new Reply(new Body.Plain(words), null, null, List.of(), null), giulia.actor());
    }

    private void awaitMark(Ticket ticket, Ticket.Undelivered mark) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                house.get(Tickets.class).ticket(ticket.id()).undelivered())
                        .isEqualTo(mark));
    }

    /** Each of the answers is told of by itself, one after the other. */
    private void awaitCalls(Mentions.About... abouts) {
        await().untilAsserted(() -> assertThat(calls()).containsExactlyInAnyOrder(abouts));
    }

    private List<Mentions.About> calls() {
        return house.get(Mentions.class).of(giulia.id(), 100).stream()
                .map(Mentions.Mention::about)
                .toList();
    }

    private List<String> facts(Ticket ticket) {
        return house.get(Timeline.class).of(new Subject("ticket", ticket.id()), null, 100).stream()
                .map(entry -> entry.kind())
                .toList();
    }

    private List<Delivery.State> states(Ticket ticket, Message answer) {
        return house.get(Conversation.class).message(ticket.id(), answer.id()).orElseThrow().deliveries().stream()
                .map(Delivery::state)
                .toList();
    }

    private List<Delivery.State> states(Ticket ticket) {
        return house.get(Conversation.class).of(ticket.id(), null, 100).stream()
                .flatMap(message -> message.deliveries().stream())
                .map(Delivery::state)
                .toList();
    }

    private static String id(FakeRelay.Given given) {
        return given.mail()
                .lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .map(line -> line.substring(12).strip())
                .findFirst()
                .orElseThrow();
    }
}
