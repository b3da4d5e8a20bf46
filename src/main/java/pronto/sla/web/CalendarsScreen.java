package pronto.sla.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pronto.sla.Calendar;
import pronto.sla.Calendars;
import pronto.sla.Line;
import pronto.sla.NotPromised;
import pronto.sla.plans.DaysOff;
import pronto.sla.plans.Lengths;
import pronto.sla.plans.Promised;
import pronto.sla.plans.Trial;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.View;
import pronto.ui.api.Version;

/** The calendars of working hours: everybody reads and tries them, administrators write them. */
@Controller
@RequestMapping(Where.CALENDARS)
class CalendarsScreen {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Calendars calendars;
    private final Touched touched;
    private final Trial trial;
    private final CalendarChanges changes;
    private final Texts texts;
    private final InstantSource time;

    CalendarsScreen(
            Calendars calendars,
            Touched touched,
            Trial trial,
            CalendarChanges changes,
            Texts texts,
            InstantSource time) {
        this.calendars = calendars;
        this.touched = touched;
        this.trial = trial;
        this.changes = changes;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping
    View list(Reader reader, Text text) {
        var lines = new ArrayList<CalendarsView.Line>();
        for (var version : calendars.all()) {
            var calendar = version.calendar();
            lines.add(new CalendarsView.Line(
                    calendar.name(),
                    Where.calendar(calendar.name()),
                    calendar.timeZone().getId(),
                    WeekText.lines(calendar, text),
                    calendars.plansOf(calendar.name())));
        }
        lines.add(new CalendarsView.Line(
                text.of("sla.calendar.always"),
                Where.calendar(Calendar.ALWAYS.name()),
                "–",
                List.of(text.of("sla.calendar.always.text")),
                calendars.plansOf(Calendar.ALWAYS.name())));
        return new CalendarsView(lines, Where.mayChange(reader));
    }

    @GetMapping("/new")
    @Needs(Right.ADMINISTER)
    View blank(Reader reader) {
        return new CalendarView(null, reader.zone().getId(), 0, List.of(), List.of(), List.of(), null, "", true);
    }

    @PostMapping
    @Needs(Right.ADMINISTER)
    View add(@RequestParam Map<String, String> typed, Actor me) {
        var form = new CalendarForm(typed);
        var written = form.read(said -> calendars.put(form.name(), said, CalendarsScreen::isNew, me));
        return Go.to(Where.calendar(written.version().calendar().name()));
    }

    private static void isNew(int version) {
        if (version != 0) {
            throw new Invalid("name-there", "name");
        }
    }

    /** Reads days off from a file into the field; nothing is written before the calendar is saved. */
    @PostMapping("/closed")
    @Needs(Right.ADMINISTER)
    View closed(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String closed)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Invalid.missing("file");
        }
        var read = DaysOff.read(
                new String(file.getBytes(), StandardCharsets.UTF_8),
                LocalDate.ofInstant(time.instant(), ZoneOffset.UTC),
                "file");
        var lines = new TreeSet<>(closed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        read.days().forEach(day -> lines.add(day.toString()));
        return new ClosedDaysView(String.join("\n", lines), read.days().size(), read.left());
    }

    @GetMapping("/{name}")
    View show(@PathVariable String name, @RequestParam(defaultValue = "") String month, Reader reader, Text text) {
        var calendar = calendar(name);
        var version = calendars.current(name);
        var plans = calendars.plansOf(calendar.name());
        return new CalendarView(
                calendar,
                calendar.timeZone().getId(),
                version.map(Calendars.Version::version).orElse(0),
                calendars.versions(name).stream()
                        .map(one -> new CalendarView.Written(one.writtenBy(), one.writtenAt()))
                        .toList(),
                plans,
                touched.by(plans, text),
                MonthView.of(calendar, month(month, calendar), text),
                TYPED.format(time.instant().atZone(calendar.timeZone()).truncatedTo(ChronoUnit.MINUTES)),
                Where.mayChange(reader));
    }

    @GetMapping("/{name}/month")
    View month(@PathVariable String name, @RequestParam(defaultValue = "") String month, Text text) {
        var calendar = calendar(name);
        return MonthView.of(calendar, month(month, calendar), text);
    }

    private YearMonth month(String typed, Calendar calendar) {
        try {
            var month = YearMonth.parse(typed);
            if (month.getYear() >= 1990 && month.getYear() <= 2200) {
                return month;
            }
        } catch (DateTimeException notAMonth) {
            // this one, as where none is named
        }
        return YearMonth.from(time.instant().atZone(calendar.timeZone()));
    }

    @PostMapping("/{name}/due")
    @Needs(Right.READ)
    View due(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String duration,
            Reader reader) {
        var calendar = calendar(name);
        var promise = Promised.read(Lengths.typed(duration), "duration");
        var due = trial.of(calendar, start(start, calendar), Invalid.required(promise, "duration"), List.of());
        // Whoever tries a calendar thinks in its hours.
        var text = texts.in(reader.language(), calendar.timeZone());
        return new DueView(Line.say(text, due.explanation()));
    }

    private static Instant start(String typed, Calendar calendar) {
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(calendar.timeZone())
                    .toInstant();
        } catch (DateTimeException notAMoment) {
            throw new Invalid("not-a-date", "start", Map.of("date", typed));
        }
    }

    @PostMapping("/{name}")
    @Needs(Right.ADMINISTER)
    View change(@PathVariable String name, @RequestParam Map<String, String> typed, Actor me) {
        var form = new CalendarForm(typed);
        form.read(said -> calendars.put(
                name,
                said,
                there -> Version.of(there).check(Version.of(form.version()).tag()),
                me));
        return Go.to(Where.calendar(name));
    }

    @PostMapping("/preview")
    @Needs(Right.ADMINISTER)
    View preview(@RequestParam Map<String, String> typed, Text text) {
        var form = new CalendarForm(typed);
        var after = form.read(said -> calendars.fit(form.name(), said));
        return changes.of(calendars.named(form.name()).orElse(null), after, text);
    }

    @PostMapping("/{name}/removal")
    @Needs(Right.ADMINISTER)
    View remove(@PathVariable String name, Actor me) {
        calendars.remove(name, version -> {}, me);
        return Go.to(Where.CALENDARS);
    }

    private Calendar calendar(String name) {
        return calendars.named(name).orElseThrow(() -> NotPromised.calendar(name));
    }
}
