package pronto.tickets.web;

import java.util.Optional;
import java.util.regex.Pattern;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Code;

/** The ticket whose code somebody types: whole, or the number alone, as far as they have come or remember. */
final class Codes {

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:T\\s*-?\\s*)?([0-9]{2,12})");

    private Codes() {}

    static Optional<Ticket> typed(String words, Tickets tickets) {
        return tickets.find(words).or(() -> {
            var number = NUMBER.matcher(words.strip());
            return number.matches()
                    ? tickets.find(new Code(Code.Kind.TICKET, Long.parseLong(number.group(1))).toString())
                    : Optional.empty();
        });
    }
}
