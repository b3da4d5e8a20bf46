package pronto.sla;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Map;
import pronto.ui.Invalid;

/** Times of day as calendars write them. The end of a day is 24:00; as a value it is midnight, which no span can end with. */
public final class TimeOfDay {

    public static final LocalTime END_OF_DAY = LocalTime.MIDNIGHT;

    private TimeOfDay() {}

    /** Where hours begin: {@code 09:00}, {@code 13:30:15}. */
    public static LocalTime from(String text) {
        return read(text, "from");
    }

    /** Where hours end: as they begin, and {@code 24:00}. */
    public static LocalTime to(String text) {
        if (text.equals("24:00") || text.equals("24:00:00")) {
            return END_OF_DAY;
        }
        var time = read(text, "to");
        if (time.equals(END_OF_DAY)) {
            throw new Invalid("hours-backwards", "to", Map.of("from", "00:00", "to", text));
        }
        return time;
    }

    public static String textOfEnd(LocalTime to) {
        return to.equals(END_OF_DAY) ? "24:00" : to.toString();
    }

    static int seconds(LocalTime from) {
        return from.toSecondOfDay();
    }

    static int secondsOfEnd(LocalTime to) {
        return to.equals(END_OF_DAY) ? 24 * 60 * 60 : to.toSecondOfDay();
    }

    static void inOrder(LocalTime from, LocalTime to) {
        if (seconds(from) >= secondsOfEnd(to)) {
            throw new Invalid("hours-backwards", "to", Map.of("from", from.toString(), "to", textOfEnd(to)));
        }
    }

    private static LocalTime read(String text, String field) {
        try {
            return LocalTime.parse(text).withNano(0);
        } catch (DateTimeException _) {
            throw new Invalid("not-a-time", field, Map.of("time", text));
        }
    }
}
