package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.tickets.work.Presence.Doing;

/** Two do not answer at once, because each sees the other at it. */
class PresenceTest extends AtTheDesk {

    @Autowired
    private Presence presence;

    private Ticket ticket;

    @BeforeEach
    void oneTicket() {
        ticket = reported(Mail.from(MARTA));
    }

    @Test
    void giulia_sees_that_marco_writes_and_never_herself() {
        presence.here(ticket.id(), giulia.id(), Doing.READING);
        presence.here(ticket.id(), marco.id(), Doing.READING);
        presence.here(ticket.id(), marco.id(), Doing.WRITING);

        assertThat(presence.on(ticket.id(), giulia.id()))
                .containsExactly(new Presence.Here(marco.id(), "Marco Bassi", Doing.WRITING));
    }

    @Test
    void who_leaves_is_gone_at_once() {
        presence.here(ticket.id(), marco.id(), Doing.READING);
        presence.gone(ticket.id(), marco.id());

        assertThat(presence.on(ticket.id(), giulia.id())).isEmpty();
    }

    @Test
    void who_says_nothing_any_more_fades_and_is_swept() {
        presence.here(ticket.id(), marco.id(), Doing.READING);

        shift.set(Presence.FADES.plusSeconds(1));
        assertThat(presence.on(ticket.id(), giulia.id())).isEmpty();
        presence.sweep();
        assertThat(kept()).as("it may only be late").isOne();

        shift.set(Duration.ofMinutes(10));
        presence.sweep();
        assertThat(kept()).isZero();
    }

    @Test
    void a_sign_of_life_is_no_news_but_beginning_to_write_is() {
        presence.here(ticket.id(), marco.id(), Doing.READING);
        var before = news();

        presence.here(ticket.id(), marco.id(), Doing.READING);
        assertThat(news()).isEqualTo(before);

        presence.here(ticket.id(), marco.id(), Doing.WRITING);
        assertThat(news()).isEqualTo(before + 1);
    }

    private long kept() {
        return count("select count(*) from tickets.presence where ticket_id = :ticket");
    }

    private long news() {
        return count("select count(*) from runtime.change where topic = 'presence' and key = :ticket::text");
    }

    private long count(String question) {
        return db.sql(question).param("ticket", ticket.id()).query(Long.class).single();
    }
}
