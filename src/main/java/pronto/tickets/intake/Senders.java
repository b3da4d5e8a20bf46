package pronto.tickets.intake;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.tickets.work.Colleagues;

/** Who wrote some mails, asked once for all of them. */
@Component
class Senders {

    /** What is known of those who wrote them. */
    record Known(Set<String> blocked, Set<String> ours, Map<String, Recognition> recognised) {

        boolean blocks(Mailbox sender) {
            return blocked.contains(sender.address());
        }

        /** Who writes; whoever only uses the address of one of us is not called by our name. */
        @Nullable Mailbox writes(IncomingMail mail) {
            var from = mail.from();
            return from != null && mail.trust() != Trust.VERIFIED && ours.contains(from.address())
                    ? new Mailbox(null, from.address())
                    : from;
        }

        Recognition recognise(IncomingMail mail) {
            var from = mail.from();
            return from == null
                    ? Recognition.ofNobody(mail.trust())
                    : Objects.requireNonNull(recognised.get(from.address())).trusted(mail.trust());
        }
    }

    private final Blocked blocked;
    private final Colleagues colleagues;
    private final Customers customers;

    Senders(Blocked blocked, Colleagues colleagues, Customers customers) {
        this.blocked = blocked;
        this.colleagues = colleagues;
        this.customers = customers;
    }

    Known of(Collection<IncomingMail> mails) {
        var senders = mails.stream()
                .flatMap(mail -> Stream.ofNullable(mail.from()))
                .distinct()
                .toList();
        var addresses = senders.stream().map(Mailbox::address).distinct().toList();
        return senders.isEmpty()
                ? new Known(Set.of(), Set.of(), Map.of())
                : new Known(blocked.among(senders), colleagues.among(addresses), customers.recognise(addresses));
    }
}
