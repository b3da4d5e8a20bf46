package pronto.tickets.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import pronto.tickets.Ticket;

/** Which of a customer's tickets is most likely about the same. */
final class Likely {

    private static final int SHORT = 3;

    private Likely() {}

    /** The one it claims to be about, then those that share words or a reporter, open ones before others, the newest first. */
    static List<Ticket> first(Ticket ticket, List<Ticket> others, int most) {
        return others.stream()
                .sorted(Comparator.comparingInt((Ticket other) -> -weight(ticket, other))
                        .thenComparing(Ticket::openedAt, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static int weight(Ticket ticket, Ticket other) {
        var shared = words(other.subject());
        shared.retainAll(words(ticket.subject()));
        return (Objects.equals(ticket.claims(), other.id()) ? 100 : 0)
                + 4 * Math.min(5, shared.size())
                + (other.state().open() ? 5 : 0)
                + (sameReporter(ticket, other) ? 3 : 0);
    }

    private static boolean sameReporter(Ticket ticket, Ticket other) {
        var address = ticket.reporter().email();
        return address != null && address.equals(other.reporter().email());
    }

    private static Set<String> words(String subject) {
        return Arrays.stream(subject.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > SHORT)
                .collect(Collectors.toSet());
    }
}
