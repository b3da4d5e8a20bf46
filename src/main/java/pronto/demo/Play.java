package pronto.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pronto.channels.SupportAddresses;
import pronto.runtime.TimeShift;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.Message;
import pronto.tickets.Opinions;
import pronto.tickets.Reply;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;

/** Plays the story on a desk: the clock is set to each scene's moment, and every mail goes through the mail door. */
final class Play {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Desk desk;
    private final Escalations escalations;
    private final Tickets tickets;
    private final Opinions opinions;
    private final Staff staff;
    private final SupportAddresses addresses;
    private final TimeShift shift;
    private final InstantSource clock;
    private final Correspondents correspondents;
    private final Map<Story.Report, Long> opened = new HashMap<>();
    private final Map<Story.Report, Message> answered = new HashMap<>();
    private int letters;

    Play(
            Desk desk,
            Escalations escalations,
            Tickets tickets,
            Opinions opinions,
            Staff staff,
            SupportAddresses addresses,
            TimeShift shift,
            InstantSource clock,
            Correspondents correspondents) {
        this.desk = desk;
        this.escalations = escalations;
        this.tickets = tickets;
        this.opinions = opinions;
        this.staff = staff;
        this.addresses = addresses;
        this.shift = shift;
        this.clock = clock;
        this.correspondents = correspondents;
    }

    void play(Story story, int smtpPort) throws IOException {
        var now = clock.instant();
        try (var postman = new Postman(smtpPort)) {
            for (var scene : story.until(now)) {
                shift.set(shift.current().plus(Duration.between(clock.instant(), scene.at())));
                play(scene, postman);
            }
        } finally {
            shift.set(Duration.ZERO);
        }
    }

    private void play(Story.Scene scene, Postman postman) throws IOException {
        var report = scene.report();
        var step = scene.step();
        if (step == null) {
            report(scene, postman);
        } else if (step.what() == Story.Deed.ANSWER) {
            answer(scene, postman);
        } else if (step.what() == Story.Deed.RATE) {
            var link = await(() -> correspondents.asked(report.from()));
            opinions.say(link, Objects.requireNonNull(step.rated()), scene.text());
        } else {
            work(scene, step);
        }
    }

    private void report(Story.Scene scene, Postman postman) throws IOException {
        var report = scene.report();
        var letter = letter(
                scene.at(),
                report,
                report.subject(),
                scene.text(),
                addresses.main().address(),
                null);
        postman.bring(letter);
        if (!letter.automatic()) {
            opened.put(report, await(() -> ticketOf(letter)).id());
        }
    }

    private @Nullable Ticket ticketOf(Letter letter) {
        return tickets.withMessage(letter.messageId(), 1).stream().findFirst().orElse(null);
    }

    private void answer(Story.Scene scene, Postman postman) throws IOException {
        var report = scene.report();
        var sent = answered.get(report);
        var sentId = sent == null ? null : sent.messageId();
        if (sentId == null) {
            throw new IllegalStateException("nobody answered «" + report.subject() + "» before its sender wrote again");
        }
        var got = await(() -> correspondents.last(report.from(), sentId).orElse(null));
        var letter = letter(
                scene.at(),
                report,
                "Re: " + report.subject(),
                scene.text(),
                got.replyTo().replaceAll(".*<|>.*", ""),
                got.messageId());
        postman.bring(letter);
        await(() -> ticketOf(letter));
    }

    private Letter letter(
            Instant at, Story.Report report, String subject, String text, String to, @Nullable String answers) {
        letters++;
        return new Letter(
                report.from(),
                report.name(),
                to,
                subject,
                text,
                "<" + letters + "." + at.toEpochMilli() + "@" + report.from().replaceAll(".*@", "") + ">",
                answers,
                at,
                Boolean.TRUE.equals(report.html()),
                Boolean.TRUE.equals(report.auto()),
                answers == null ? report.attachment() : null);
    }

    private void work(Story.Scene scene, Story.Step step) {
        var report = scene.report();
        var ticket = opened.get(report);
        var who = who(step.by());
        var text = scene.text();
        if (ticket == null) {
            return;
        }
        switch (step.what()) {
            case SCREEN ->
                desk.screen(
                        ticket,
                        Screening.of(Objects.requireNonNull(step.found()).impact()),
                        who.actor());
            case PICK_UP -> desk.pickUp(ticket, who.id(), who.actor());
            case NOTE -> desk.note(ticket, new Body.Plain(text), List.of(), who.actor());
            case ESCALATE -> escalate(ticket, step, text, who);
            case RESOLVE -> resolve(ticket, step, text, who);
            case SPAM -> desk.markAsSpam(ticket, who.actor());
            case REPLY -> answered.put(report, reply(ticket, scene, step, who));
            case ANSWER, RATE -> throw new IllegalStateException("that is the customer's");
        }
    }

    private void escalate(long ticket, Story.Step step, String text, Technician who) {
        var checked = Objects.requireNonNull(step.checked());
        var said =
                new HandOver(Reason.CAUSE_NOT_FOUND, null, text, checked.tried(), checked.seen(), checked.reproduce());
        escalations.escalate(ticket, staff.teamNamed(Company.SECOND_TIER).id(), said, who.actor());
    }

    private void resolve(long ticket, Story.Step step, String text, Technician who) {
        var kind = step.kind() == null ? Resolution.Kind.ANSWER : step.kind();
        desk.resolve(ticket, Resolution.of(kind, text, step.evidence() == null ? text : step.evidence()), who.actor());
    }

    private Message reply(long ticket, Story.Scene scene, Story.Step step, Technician who) {
        var then = "waitingForCustomer".equals(step.then()) ? TicketState.WAITING_FOR_CUSTOMER : null;
        var said = new Reply(new Body.Plain(scene.text()), null, null, List.of(), then, scene.next());
        var message = desk.reply(ticket, said, who.actor());
        // An answer leaves after some seconds; the story does not wait for them.
        shift.set(shift.current().plusSeconds(10));
        return message;
    }

    private Technician who(@Nullable String first) {
        return staff.technicians().stream()
                .filter(person -> first != null && person.email().startsWith(first + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody here is called " + first));
    }

    private static <T> T await(Supplier<@Nullable T> question) {
        var start = System.nanoTime();
        for (var answer = question.get(); ; answer = question.get()) {
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("the story stands still: a mail did not arrive");
            }
            LockSupport.parkNanos(3_000_000);
        }
    }
}
