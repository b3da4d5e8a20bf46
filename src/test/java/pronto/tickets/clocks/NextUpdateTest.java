package pronto.tickets.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.sla.Clock;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.work.Drafts;
import pronto.ui.Invalid;

/** A customer is told when they hear from us next, and that is kept like any promise. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class NextUpdateTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private TicketClocks clocks;

    @Autowired
    private Drafts drafts;

    @Test
    void next_update_is_a_field_told_to_the_customer_in_the_answer_with_its_own_clock() {
        var ticket = picked(Mail.from(MARTA));
        var at = in(75);
        var message = say(ticket, at, null);

        assertThat(message.nextUpdate()).isEqualTo(at);
        assertThat(message.text()).isEqualTo("Ci guardiamo.");
        assertThat(sentTo(MARTA).getLast().text()).contains("Ci guardiamo.\n\nProssimo aggiornamento il ");
        assertThat(sentTo(MARTA).getLast().html()).contains("<p>Prossimo aggiornamento il ");
        assertThat(update(ticket).clock().due()).isEqualTo(at);
        assertThat(update(ticket).clock().state(time.instant())).isEqualTo(Clock.State.RUNNING);
        shift.set(Duration.ofMinutes(90));
        assertThat(update(ticket).clock().state(time.instant())).isEqualTo(Clock.State.BROKEN);
    }

    @Test
    void it_is_owed_whoever_has_the_move_and_also_to_a_customer_without_a_plan() {
        var ticket = picked(Mail.from(STRANGER));
        var at = in(60);
        say(ticket, at, TicketState.WAITING_FOR_CUSTOMER);

        assertThat(update(ticket).clock().due()).isEqualTo(at);
        assertThat(update(ticket).clock().running()).isTrue();
    }

    @Test
    void what_we_write_next_keeps_it_and_an_answer_taken_back_never_said_it() {
        var ticket = picked(Mail.from(MARTA));
        say(ticket, in(60), null);
        shift.set(Duration.ofMinutes(5));
        var second = say(ticket, in(120), null);
        assertThat(update(ticket).clock().due()).isEqualTo(second.nextUpdate());
        desk.takeBack(ticket.id(), second.id(), giulia.actor());

        assertThat(update(ticket).clock().due()).isBefore(second.nextUpdate());
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE)
                        .orElseThrow()
                        .nextUpdate())
                .isEqualTo(second.nextUpdate());
        shift.set(Duration.ofMinutes(10));
        say(ticket, null, null);
        assertThat(clocks.of(ticket.id()))
                .noneMatch(one -> one.kind() == ClockKind.UPDATE && one.clock().running());
    }

    @Test
    void a_time_that_is_over_or_too_far_away_is_refused_beside_its_field() {
        var ticket = picked(Mail.from(MARTA));

        for (var wrong : new Instant[] {in(-1), in(60 * 24 * 91)}) {
            assertThatThrownBy(() -> say(ticket, wrong, null))
                    .isInstanceOfSatisfying(
                            Invalid.class, no -> assertThat(no.field()).isEqualTo("nextUpdateAt"));
        }
        var said = new Cast(context)
                .browserOf(giulia)
                .post(
                        "/tickets/" + ticket.code() + "/messages",
                        Map.of("kind", "message", "html", "<p>Ok</p>", "to", MARTA, "nextUpdateAt", "half past"));
        assertThat(said.statusCode()).isEqualTo(422);
        assertThat(sentTo(MARTA)).noneMatch(mail -> mail.text().contains("Ok"));
    }

    @Test
    void programs_say_it_and_read_it() {
        var ticket = picked(Mail.from(MARTA));
        var program = new Cast(context).programOf(giulia, Scope.READ, Scope.WRITE);
        var path = "/api/v1/tickets/" + ticket.code();
        var at = in(45);
        program.post(path + "/messages", "{\"text\": \"Ci siamo.\", \"nextUpdateAt\": \"" + at + "\"}");

        assertThat(program.get(path + "/messages")
                        .json()
                        .path("items")
                        .path(0)
                        .path("nextUpdateAt")
                        .asString())
                .isEqualTo(at.toString());
        assertThat(program.get(path).json().path("clocks").toString()).contains("update", at.toString());
        assertThat(new Cast(context)
                        .browserOf(giulia)
                        .get("/tickets/" + ticket.code())
                        .body())
                .contains("The customer was told: next update");
    }

    private Ticket picked(Mail mail) {
        var ticket = reported(mail);
        return desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
    }

    private Message say(Ticket ticket, @Nullable Instant next, @Nullable TicketState then) {
        return desk.reply(
                ticket.id(),
                new Reply(new Body.Html("<p>Ci guardiamo.</p>"), null, null, List.of(), then, next),
                giulia.actor());
    }

    private TicketClock update(Ticket ticket) {
        return clocks.of(ticket.id()).stream()
                .filter(one -> one.kind() == ClockKind.UPDATE)
                .findFirst()
                .orElseThrow();
    }

    private Instant in(int minutes) {
        return time.instant().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS);
    }
}
