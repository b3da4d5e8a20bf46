package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.tickets.Act;
import pronto.tickets.Acts;
import pronto.tickets.Arrival;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Channel;
import pronto.tickets.Message;
import pronto.tickets.Report;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.ui.Refusal;

/** Whatever is merged, split and moved, in whatever order: when all of it is undone, everything is as before. */
class ManyActsTest extends AtTheDesk {

    private static final List<String> PEOPLE = List.of(MARTA, "luca@acme.test", "ivo@acme.test", "ina@acme.test");

    @Autowired
    private Acts acts;

    @Autowired
    private Drafts drafts;

    /** An act, and the database just before it. */
    private record Done(Act act, List<Long> there, AsBefore before) {}

    private Random chance = new Random(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_step_back_gives_the_rows_that_were_there(long seed) {
        chance = new Random(seed);
        var all = new ArrayList<Long>();
        for (var i = 0; i < 5; i++) {
            all.add(furnished().id());
        }
        Deque<Done> done = new ArrayDeque<>();
        var acted = 0;
        for (var step = 0; step < 40; step++) {
            if (chance.nextInt(4) == 0 && !done.isEmpty()) {
                back(done.pop());
            } else {
                var before = AsBefore.of(db, all);
                var there = List.copyOf(all);
                var act = forth(all);
                if (act == null) {
                    assertThat(AsBefore.of(db, all))
                            .as("what is refused changes nothing")
                            .isEqualTo(before);
                } else {
                    acted++;
                    done.push(new Done(act, there, before));
                }
            }
        }
        assertThat(acted).isPositive();
        while (!done.isEmpty()) {
            back(done.pop());
        }
    }

    private void back(Done done) {
        desk.undo(done.act().into(), done.act().id(), giulia.actor());
        assertThat(AsBefore.of(db, done.there()))
                .as(
                        "after the %s of %d into %d",
                        done.act().kind(), done.act().ticket(), done.act().into())
                .isEqualTo(done.before());
    }

    private @Nullable Act forth(List<Long> all) {
        var ticket = any(all);
        var into = any(all);
        try {
            switch (chance.nextInt(3)) {
                case 0 -> desk.merge(ticket, into, giulia.actor());
                case 1 -> desk.move(ticket, anyMessage(ticket), into, giulia.actor());
                default ->
                    all.add(desk.split(ticket, List.of(anyMessage(ticket)), null, giulia.actor())
                            .id());
            }
            return acts.of(ticket, 1).getFirst();
        } catch (Refusal refused) {
            return null;
        }
    }

    private long any(List<Long> ids) {
        return ids.get(chance.nextInt(ids.size()));
    }

    private long anyMessage(long ticket) {
        var messages = conversation.of(ticket, null, 100);
        return messages.isEmpty()
                ? 0
                : messages.get(chance.nextInt(messages.size())).id();
    }

    private Ticket furnished() {
        var reporter = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        var known = customers.recognise(reporter, Trust.VERIFIED);
        var ticket = desk.open(new Report(
                "many:" + UUID.randomUUID(),
                said(reporter),
                new Ticket.Reporter(null, reporter, null),
                known,
                "it",
                null,
                null,
                null,
                null,
                Actor.PRONTO));
        var id = ticket.id();
        if (chance.nextBoolean()) {
            desk.pickUp(id, marco.id(), marco.actor());
        }
        for (var i = chance.nextInt(4); i > 0; i--) {
            switch (chance.nextInt(3)) {
                case 0 -> desk.append(id, said(reporter), Actor.PRONTO);
                case 1 ->
                    desk.note(
                            id,
                            new Body.Html("<p><span data-mention=\"" + marco.id() + "\">@Marco</span></p>"),
                            List.of(),
                            giulia.actor());
                default -> desk.reply(id, saying("Answer " + i), giulia.actor());
            }
        }
        desk.addParticipant(id, new Mailbox(null, PEOPLE.get(chance.nextInt(PEOPLE.size()))), marco.actor());
        if (chance.nextBoolean()) {
            drafts.save(id, marco.id(), Message.Kind.NOTE, "<p>Half " + id + "</p>");
        }
        if (chance.nextBoolean()) {
            screened(ticket);
        }
        switch (chance.nextInt(4)) {
            case 0 -> desk.resolve(screened(ticket).id(), new Resolution.Other("", null), marco.actor());
            case 1 -> desk.waitForCustomer(id, marco.actor());
            default -> {}
        }
        return tickets.ticket(id);
    }

    private Arrival said(String who) {
        return Arrival.typed(
                Channel.API,
                new Mailbox(null, who),
                "Something",
                "Words " + chance.nextInt(1000),
                List.of(),
                Trust.VERIFIED,
                time.instant());
    }
}
