package pronto.tickets.intake;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.IncomingMail;
import pronto.channels.ReplyTokens;
import pronto.channels.SupportAddresses;
import pronto.runtime.Settings;
import pronto.staff.Rights;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.SenderRights;
import pronto.tickets.Ticket;
import pronto.ui.Right;

/**
 * Technicians' answers out of their own mail programs: only to an address that was signed for this ticket and this
 * technician, only from a sender who is proven, and only where the settings allow it.
 */
@Component
public class AnswersByMail {

    private static final int TOKENS = 10;

    private final boolean allowed;
    private final ReplyTokens tokens;
    private final SupportAddresses addresses;
    private final Staff staff;

    AnswersByMail(Settings settings, ReplyTokens tokens, SupportAddresses addresses, Staff staff) {
        this.allowed = settings.mail().answersByMail();
        this.tokens = tokens;
        this.addresses = addresses;
        this.staff = staff;
    }

    /** Where this technician writes to answer on this ticket; null where nobody may. */
    public @Nullable String address(Ticket ticket, Technician technician) {
        if (!allowed || !works(technician)) {
            return null;
        }
        var written = ticket.supportAddress();
        var support = written == null ? null : addresses.find(written);
        return tokens.address((support == null ? addresses.main() : support).address(), ticket.id(), name(technician));
    }

    /** Whose answer on which ticket it is; empty where anything is missing, and then it is a mail like any other. */
    Optional<Place.Ours> of(IncomingMail mail) {
        if (!allowed || mail.from() == null) {
            return Optional.empty();
        }
        return staff.technician(mail.from().address())
                .filter(AnswersByMail::works)
                .flatMap(technician -> ticket(mail, technician)
                        .filter(ticket -> SenderRights.answersForUs(allowed, true, mail.trust()))
                        .map(ticket -> new Place.Ours(ticket, technician)));
    }

    private Optional<Long> ticket(IncomingMail mail, Technician technician) {
        return mail.replyTokens().stream()
                .limit(TOKENS)
                .map(token -> tokens.ticketOf(token, name(technician)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean works(Technician technician) {
        return technician.leftAt() == null && Rights.of(technician.role()).contains(Right.WORK);
    }

    /** No e-mail address is written so: a customer's token is never one of ours, nor the other way round. */
    private static String name(Technician technician) {
        return "technician:" + technician.id();
    }
}
