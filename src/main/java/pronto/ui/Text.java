package pronto.ui;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is written in one language, for one time zone, at one moment: words, numbers, times. */
public final class Text {

    private final Words words;
    private final String language;
    private final ZoneId zone;
    private final Instant now;

    Text(Words words, String language, ZoneId zone, Instant now) {
        this.words = words;
        this.language = language;
        this.zone = zone;
        this.now = now;
    }

    /** The word of this key; what it names follows in pairs: {@code of("queue.count", "count", 3)}. */
    public String of(String key, Object... named) {
        return of(key, pairs(named));
    }

    public String of(String key, Map<String, ?> named) {
        return words.say(language, key, named);
    }

    /** The same for a word that bears markup of its own; what it names is escaped. */
    public Content html(String key, Object... named) {
        var escaped = new HashMap<String, Object>();
        pairs(named).forEach((name, value) -> escaped.put(name, value instanceof String s ? escape(s) : value));
        var html = of(key, escaped);
        return output -> output.writeContent(html);
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return Words.locale(language);
    }

    public Instant now() {
        return now;
    }

    public String number(long number) {
        return NumberFormat.getInstance(locale()).format(number);
    }

    public String list(Collection<String> things) {
        return ListFormatter.getInstance(locale()).format(things);
    }

    /** The clock time today, with the day before that: {@code 10:12}, {@code yesterday 10:12}, {@code 3 Nov 10:12}. */
    public String time(Instant at) {
        var then = at.atZone(zone);
        var days = ChronoUnit.DAYS.between(then.toLocalDate(), now.atZone(zone).toLocalDate());
        if (days == 0) {
            return clock(at);
        }
        if (days == 1) {
            return of("ui.yesterday", "time", clock(at));
        }
        return day(at) + ' ' + clock(at);
    }

    /** A moment that is near, before or after: {@code 10:12}, {@code tomorrow 10:12}, {@code Tue 24 Nov 10:12}. */
    public String near(Instant at) {
        var then = at.atZone(zone).toLocalDate();
        var days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), then);
        if (days == 0) {
            return clock(at);
        }
        return days == 1
                ? of("ui.tomorrow", "time", clock(at))
                : days == -1 ? of("ui.yesterday", "time", clock(at)) : weekday(then) + ' ' + clock(at);
    }

    public String clock(Instant at) {
        return write(at, "HH:mm");
    }

    /** {@code 3 Nov}, and the year where it is another. */
    public String day(Instant at) {
        return write(at, at.atZone(zone).getYear() == today().getYear() ? "d MMM" : "d MMM yyyy");
    }

    /** A moment that is planned, with its weekday, and its seconds where it has some: {@code Tue 24 Nov 10:12}. */
    public String moment(Instant at) {
        var then = at.atZone(zone);
        return weekday(then.toLocalDate()) + ' ' + write(at, then.getSecond() == 0 ? "HH:mm" : "HH:mm:ss");
    }

    /** {@code Tue 24 Nov}, and the year where it is another. */
    public String weekday(LocalDate date) {
        var pattern = date.getYear() == today().getYear() ? "EEE d MMM" : "EEE d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(date);
    }

    /** All of it, for a title: {@code Monday 23 November 2026, 10:12:07 CET}. */
    public String full(Instant at) {
        return write(at, "EEEE d MMMM yyyy, HH:mm:ss z");
    }

    /** For machines: the {@code datetime} of a {@code time} element. */
    public String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, in the two units that matter: {@code 8 min}, {@code 2 h 10}, {@code 3 d}. */
    public String since(Instant at) {
        return duration(Duration.between(at, now));
    }

    /** How long until then, in the same units; with a minus when it has gone by: {@code 8 min}, {@code −14 min}. */
    public String until(Instant at) {
        return duration(Duration.between(now, at));
    }

    public String duration(Duration duration) {
        var minutes = Math.abs(duration.toMinutes());
        var sign = duration.isNegative() && minutes > 0 ? "\u2212" : "";
        if (minutes < 60) {
            return sign + of("ui.minutes", "minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return sign
                    + of(
                            "ui.hours",
                            "hours",
                            minutes / 60,
                            "minutes",
                            "%02d".formatted(minutes % 60),
                            "rest",
                            minutes % 60);
        }
        return sign + of("ui.days", "days", minutes / (24 * 60));
    }

    /** {@code 214 kB}, {@code 1.2 MB}. */
    public String size(long bytes) {
        if (bytes < 1000) {
            return number(bytes) + " B";
        }
        if (bytes < 1_000_000) {
            return number(Math.round(bytes / 1000.0)) + " kB";
        }
        var tenths = NumberFormat.getInstance(locale());
        tenths.setMaximumFractionDigits(1);
        return tenths.format(bytes / 1e6) + " MB";
    }

    private String write(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(zone));
    }

    private ZonedDateTime today() {
        return now.atZone(zone);
    }

    private static Map<String, Object> pairs(Object... named) {
        var map = new HashMap<String, Object>();
        for (var i = 0; i + 1 < named.length; i += 2) {
            map.put((String) named[i], named[i + 1]);
        }
        return map;
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
