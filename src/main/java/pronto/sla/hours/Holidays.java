package pronto.sla.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/**
 * The holidays that a calendar names: of a country or a part of it ({@code IT}, {@code DE-by}), as the law stands in each
 * year, and days of every year, such as a patron saint's ({@code 12-07}).
 */
final class Holidays {

    private final List<Country> countries = new ArrayList<>();
    private final Map<MonthDay, String> everyYear = new HashMap<>();
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private Holidays() {}

    /** Refuses what is neither a country the library knows nor a day of a year. */
    static Holidays of(List<String> named) {
        var holidays = new Holidays();
        for (var name : named) {
            var day = dayOfYear(name);
            if (day == null) {
                holidays.countries.add(Country.of(name));
            } else {
                holidays.everyYear.put(day, name);
            }
        }
        return holidays;
    }

    /** What makes this date a holiday, as the library calls it, or null on any other day. */
    @Nullable String on(LocalDate date) {
        if (countries.isEmpty() && everyYear.isEmpty()) {
            return null;
        }
        return years.computeIfAbsent(date.getYear(), this::of).get(date);
    }

    private Map<LocalDate, String> of(int year) {
        var days = new HashMap<LocalDate, String>();
        everyYear.forEach((day, name) -> {
            if (day.isValidYear(year)) {
                days.put(day.atYear(year), name);
            }
        });
        countries.forEach(country -> days.putAll(country.holidays(year)));
        return days;
    }

    private static @Nullable MonthDay dayOfYear(String name) {
        if (!name.matches("\\d\\d-\\d\\d")) {
            return null;
        }
        try {
            return MonthDay.parse("--" + name);
        } catch (DateTimeException _) {
            throw unknown(name);
        }
    }

    static Invalid unknown(String name) {
        return new Invalid("holidays-unknown", "holidays", Map.of("name", name));
    }
}
