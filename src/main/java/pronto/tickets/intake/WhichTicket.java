package pronto.tickets.intake;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.Automatic;
import pronto.channels.IncomingMail;
import pronto.tickets.SenderRights;
import pronto.tickets.Tickets;

/**
 * Decides where a mail belongs. Nothing that a stranger can copy, guess or forge is enough: not a code, not a subject,
 * not another's reply address, not a Message-ID.
 */
@Component
class WhichTicket {

    private final Threads threads;
    private final Blocked blocked;
    private final AnswersByMail answers;
    private final Tickets tickets;
    private final InstantSource time;

    WhichTicket(Threads threads, Blocked blocked, AnswersByMail answers, Tickets tickets, InstantSource time) {
        this.threads = threads;
        this.blocked = blocked;
        this.answers = answers;
        this.tickets = tickets;
        this.time = time;
    }

    /** {@code about} is the ticket that a report is proven to be about. */
    Place of(IncomingMail mail, Senders.Known senders, @Nullable Long about) {
        var from = mail.from();
        if (mail.unreadable() != null) {
            return new Place.Nowhere(Place.Reason.UNREADABLE);
        }
        if (SignUpMail.is(mail)) {
            return new Place.Nowhere(Place.Reason.VERIFICATION);
        }
        if (mail.automatic() != null) {
            return automatic(mail, mail.automatic(), about);
        }
        if (from == null) {
            return new Place.Nowhere(Place.Reason.NO_SENDER);
        }
        if (blocked.ours(from.address())) {
            return new Place.Nowhere(Place.Reason.OUR_OWN);
        }
        if (senders.blocks(from)) {
            return new Place.Nowhere(Place.Reason.BLOCKED);
        }
        var answer = answers.of(mail);
        if (answer.isPresent()) {
            return answer.get();
        }
        var thread = joined(mail, from.address());
        return thread == null ? new Place.OfItsOwn(threads.claimed(mail), null) : onOrAfter(thread);
    }

    /** Whether it may belong to a ticket that exists; it is then looked for once those are there that came before. */
    static boolean mayContinue(IncomingMail mail) {
        return mail.automatic() != null || Threads.speaksOfAnother(mail);
    }

    /** What our own mail caused lies beside it; all else that no person wrote lies apart. */
    private Place automatic(IncomingMail mail, Automatic kind, @Nullable Long about) {
        var thread = switch (kind) {
            case BOUNCE, FEEDBACK_REPORT -> {
                var named = threads.ofWhatWeSent(mail);
                yield named == null && about != null ? threads.addressed(about) : named;
            }
            case AUTO_REPLY, LIST ->
                mail.from() == null ? null : joined(mail, mail.from().address());
        };
        return thread == null ? new Place.Nowhere(Place.Reason.AUTOMATIC) : new Place.On(thread);
    }

    /** A reply address is the better proof; but where the answered message was moved away from there, it is followed. */
    private Place.@Nullable Thread joined(IncomingMail mail, String sender) {
        var own = threads.byOwnToken(mail, sender);
        var found = threads.byAnswer(mail, sender);
        var answered =
                found != null && SenderRights.joins(SenderRights.Proof.ANSWER, true, mail.trust()) ? found : null;
        if (own == null || !SenderRights.joins(SenderRights.Proof.TOKEN, true, mail.trust())) {
            return answered;
        }
        return answered != null && answered.ticket() != own.ticket() && threads.wasMovedFrom(own, answered)
                ? answered
                : own;
    }

    /** What was closed long ago is over: its ticket is named, and a new one opens. */
    private Place onOrAfter(Place.Thread thread) {
        return tickets.ticket(thread.ticket()).over(time.instant())
                ? new Place.OfItsOwn(null, thread.ticket())
                : new Place.On(thread);
    }
}
