package pronto.tickets.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import pronto.search.Search;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;

/** Tickets that share telling words with another one's subject; the rarer the words, the nearer. */
@Component
public class Similar {

    /** Another ticket, and the words by which it was found. */
    public record Likeness(Ticket ticket, List<String> words) {}

    private static final int WORDS = 8;
    private static final int EACH = 20;
    private static final int SHORTEST = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final class Score {
        private final List<String> words = new ArrayList<>();
        private double weight;
    }

    private final Search search;
    private final Tickets tickets;

    Similar(Search search, Tickets tickets) {
        this.search = search;
        this.tickets = tickets;
    }

    public List<Likeness> to(Ticket ticket, int most) {
        var words = telling(ticket.subject());
        var scores = new HashMap<Long, Score>();
        for (var word : words) {
            // The blank says that the word is whole.
            var found = search.find(new Search.Query(word + " ", Set.of("ticket"), null, null, Set.of(), 0, EACH));
            for (var match : found.matches()) {
                var score = scores.computeIfAbsent(match.id(), id -> new Score());
                score.words.add(word);
                score.weight += 1 / Math.log(2 + found.total());
            }
        }
        scores.remove(ticket.id());
        return nearest(scores, Math.min(2, words.size()), most);
    }

    private List<Likeness> nearest(Map<Long, Score> scores, int shared, int most) {
        var near = scores.entrySet().stream()
                .filter(one -> one.getValue().words.size() >= shared)
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Score> one) -> -one.getValue().weight)
                        .thenComparing(Comparator.comparingLong((Map.Entry<Long, Score> one) -> -one.getKey())))
                .limit(most)
                .toList();
        var there = tickets.tickets(near.stream().map(Map.Entry::getKey).toList());
        return near.stream()
                .filter(one -> there.containsKey(one.getKey()))
                .map(one -> new Likeness(Objects.requireNonNull(there.get(one.getKey())), one.getValue().words))
                .filter(one -> !one.ticket().spam() && !one.ticket().merged())
                .toList();
    }

    private static List<String> telling(String subject) {
        return WORD.matcher(subject.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .limit(WORDS)
                .toList();
    }
}
