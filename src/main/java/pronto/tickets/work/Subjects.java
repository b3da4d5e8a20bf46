package pronto.tickets.work;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.tickets.Arrival;

/** Titles and names that strangers wrote, as one line that stays where it is put. */
public final class Subjects {

    // Controls, line ends of every script, and what turns the direction of reading.
    private static final Pattern STRAY =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\s]+");

    private static final int LONGEST = 250;

    private Subjects() {}

    /** A report without a title is named by its first line. */
    static String of(Arrival message) {
        var subject = line(message.subject());
        return subject.isEmpty()
                ? message.text()
                        .lines()
                        .map(Subjects::line)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("")
                : subject;
    }

    public static @Nullable String name(@Nullable String name) {
        return name == null || line(name).isEmpty() ? null : line(name);
    }

    public static String line(String written) {
        var line = STRAY.matcher(written).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The same title, so that mail programs keep the thread together. */
    static String answering(String subject) {
        return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
    }
}
