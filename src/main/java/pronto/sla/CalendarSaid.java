package pronto.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.api.Needed;

/** A calendar as somebody writes it: to the API, in a file, on a screen. */
public record CalendarSaid(
        @Nullable String name,
        @Needed @Nullable String timeZone,
        @Nullable List<Hours> weekly,
        @Nullable List<String> holidays,
        @Nullable List<String> closed,
        @Nullable List<Day> open) {

    /** Hours of some days of each week: {@code MON}, from {@code 09:00} to {@code 13:00}. */
    public record Hours(
            @Needed @Nullable List<String> days,
            @Needed @Nullable String from,
            @Needed @Nullable String to) {}

    /** Hours of one day alone, whatever the week says. */
    public record Day(
            @Needed @Nullable String date,
            @Needed @Nullable String from,
            @Needed @Nullable String to) {}
}
