package pronto.sla.plans;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people type and read them: {@code 30 min}, {@code 1 h 30 min}. */
public final class Lengths {

    private static final Pattern PART = Pattern.compile("(\\d+)(?:[.,](\\d+))?\\s*(\\p{L}*)\\.?\\s*");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    private Lengths() {}

    /** As it is read in both languages. */
    public static String shown(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        var shown = new StringBuilder();
        part(shown, duration.toHours(), "h");
        part(shown, duration.toMinutesPart(), "min");
        part(shown, duration.toSecondsPart(), "s");
        return shown.toString().strip();
    }

    private static void part(StringBuilder shown, long count, String unit) {
        if (count > 0) {
            shown.append(count).append(' ').append(unit).append(' ');
        }
    }

    /** What was typed as programs write it; what nobody can read stays as it is, to be refused by name. */
    public static @Nullable String typed(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().matches("[-–—]")) {
            return null;
        }
        var typed = text.strip().toLowerCase(Locale.ROOT);
        var clock = CLOCK.matcher(typed);
        if (clock.matches()) {
            return "PT" + clock.group(1) + "H" + clock.group(2) + "M";
        }
        return typed.startsWith("p") ? typed.toUpperCase(Locale.ROOT) : parts(typed, text.strip());
    }

    private static String parts(String typed, String text) {
        var written = new StringBuilder();
        var parts = PART.matcher(typed);
        var at = 0;
        var unit = "";
        while (at < typed.length() && parts.find(at) && parts.start() == at) {
            unit = unit(parts.group(3), unit);
            if (unit.isEmpty()) {
                return text;
            }
            if (unit.equals("D")) {
                return "P" + parts.group(1) + "D";
            }
            var half = parts.group(2);
            if (half != null && !(unit.equals("H") && half.matches("50?|25|75"))) {
                return text;
            }
            written.append(parts.group(1)).append(unit);
            if (half != null) {
                written.append(half.startsWith("5") ? "30" : half.equals("25") ? "15" : "45")
                        .append('M');
            }
            at = parts.end();
        }
        return at < typed.length() ? text : "PT" + written;
    }

    /** Minutes follow hours without a word: {@code 1 h 30}. */
    private static String unit(String word, String before) {
        return switch (word) {
            case "h", "hr", "hrs", "hour", "hours", "ora", "ore" -> "H";
            case "m", "min", "mins", "minute", "minutes", "minuto", "minuti" -> "M";
            case "s", "sec", "second", "seconds", "secondo", "secondi" -> "S";
            case "d", "day", "days", "g", "gg", "giorno", "giorni", "w", "week", "weeks", "settimana", "settimane" ->
                "D";
            case "" -> before.equals("H") ? "M" : "";
            default -> "";
        };
    }
}
