package pronto.sla.hours;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public holidays of a country, or of a part of it, by the library that follows the law. */
final class Country {

    /** Those we have words of our own for: the library knows no Italian. */
    private static final Set<String> OURS = Stream.of(
                    "new_year",
                    "epiphany",
                    "christian.easter",
                    "christian.easter_monday",
                    "liberation",
                    "labour_day",
                    "republic_day",
                    "assumption_day",
                    "st_francis_of_assisi",
                    "all_saints",
                    "immaculate_conception",
                    "christmas",
                    "stephens")
            .map(key -> "sla.holiday." + key)
            .collect(Collectors.toSet());

    private final HolidayManager manager;
    private final String[] part;

    private Country(HolidayManager manager, String[] part) {
        this.manager = manager;
        this.part = part;
    }

    /** {@code IT}; {@code DE-by}; {@code IT-25-mi}: the parts as ISO 3166-2 and the library name them. */
    static Country of(String code) {
        var parts = code.toLowerCase(Locale.ROOT).split("-", -1);
        if (!codes().contains(parts[0].toUpperCase(Locale.ROOT))) {
            throw Holidays.unknown(code);
        }
        var manager = ours(() -> HolidayManager.getInstance(ManagerParameters.create(parts[0])));
        var hierarchy = manager.getCalendarHierarchy();
        for (int i = 1; i < parts.length; i++) {
            var next = hierarchy.getChildren().get(parts[i]);
            if (next == null) {
                throw Holidays.unknown(code);
            }
            hierarchy = next;
        }
        return new Country(manager, Arrays.copyOfRange(parts, 1, parts.length));
    }

    /** The countries, and the exchanges, that may be named. */
    static Set<String> codes() {
        return new TreeSet<>(ours(HolidayManager::getSupportedCalendarCodes));
    }

    Map<LocalDate, String> holidays(int year) {
        var days = new HashMap<LocalDate, String>();
        for (var holiday : manager.getHolidays(Year.of(year), part)) {
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                days.put(holiday.getDate(), name(holiday));
            }
        }
        return days;
    }

    private static String name(Holiday holiday) {
        var key = "sla.holiday." + holiday.getPropertiesKey().toLowerCase(Locale.ROOT);
        return OURS.contains(key) ? key : holiday.getDescription(Locale.ENGLISH);
    }

    /** The library looks for its files by the thread's class loader, which need not be ours. */
    private static <T> T ours(Supplier<T> asked) {
        var thread = Thread.currentThread();
        var others = thread.getContextClassLoader();
        thread.setContextClassLoader(Country.class.getClassLoader());
        try {
            return asked.get();
        } finally {
            thread.setContextClassLoader(others);
        }
    }
}
