package pronto.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** The gaps in a canned answer that are filled when it is inserted. */
public final class Placeholders {

    public static final List<String> KNOWN = List.of(
            "reporter.name", "reporter.firstName", "customer.name", "ticket.code", "ticket.subject", "technician.name");

    private static final Pattern GAP = Pattern.compile("\\{\\{\\s*([^{}]{1,60}?)\\s*}}");

    private Placeholders() {}

    /** Values are text: what a customer calls themselves never becomes markup. */
    public static String fill(String html, Map<String, String> values) {
        return GAP.matcher(html).replaceAll(gap -> {
            var value = values.get(gap.group(1));
            return Matcher.quoteReplacement(value == null ? gap.group() : Entities.escape(value));
        });
    }

    /** The first one that nobody could ever fill. */
    public static Optional<String> unknownIn(String html) {
        return GAP.matcher(html)
                .results()
                .map(gap -> gap.group(1))
                .filter(name -> !KNOWN.contains(name))
                .findFirst();
    }
}
