package pronto.sla.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import pronto.sla.Calendar;
import pronto.sla.CalendarSaid;
import pronto.sla.Calendars;
import pronto.sla.Line;
import pronto.sla.NotPromised;
import pronto.sla.plans.CalendarBody;
import pronto.sla.plans.DaysOff;
import pronto.sla.plans.Promised;
import pronto.sla.plans.Trial;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.api.Needed;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** The calendars of working hours; {@code always} is one too, and stays as it is. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsApi {

    private final Calendars calendars;
    private final Trial trial;
    private final Texts texts;
    private final InstantSource time;

    CalendarsApi(Calendars calendars, Trial trial, Texts texts, InstantSource time) {
        this.calendars = calendars;
        this.trial = trial;
        this.texts = texts;
        this.time = time;
    }

    /** A promise to try: so long from then on, waiting in between. */
    record Asked(
            @Needed @Nullable Instant start,
            @Needed @Nullable String duration,
            @Nullable List<Pause> pauses) {}

    record Pause(
            @Needed @Nullable Instant from,
            @Needed @Nullable Instant to) {}

    /** An iCalendar file, as text. */
    record File(@Needed @Nullable String ics) {}

    /** The whole days it names, to be written as a calendar's {@code closed}; {@code left} entries name none. */
    record Read(List<String> closed, int left) {}

    /** When it is due, and why, line by line. */
    record Due(Instant dueAt, List<String> explanation) {}

    /** A calendar as it was written at some time. */
    record Written(Instant writtenAt, String writtenBy, CalendarBody calendar) {

        static Written of(Calendars.Version version) {
            return new Written(version.writtenAt(), version.writtenBy(), CalendarBody.of(version.calendar()));
        }
    }

    @GetMapping
    Slice<CalendarBody> list() {
        var all = new ArrayList<CalendarBody>();
        all.add(CalendarBody.of(Calendar.ALWAYS));
        calendars.all().forEach(version -> all.add(CalendarBody.of(version.calendar())));
        return Slice.whole(all);
    }

    @GetMapping("/{name}")
    ResponseEntity<CalendarBody> show(@PathVariable String name) {
        return calendars
                .current(name)
                .map(version -> answer(ResponseEntity.ok(), version))
                .orElseGet(() -> ResponseEntity.ok()
                        .eTag(Version.of(0).tag())
                        .body(CalendarBody.of(calendars.named(name).orElseThrow(() -> NotPromised.calendar(name)))));
    }

    @PutMapping("/{name}")
    @Needs(Right.ADMINISTER)
    ResponseEntity<CalendarBody> put(
            @PathVariable String name,
            @RequestBody CalendarSaid said,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        SameName.check(name, said.name());
        var written = calendars.put(name, said, there -> Version.of(there).check(ifMatch), actor);
        var place = URI.create("/api/v1/calendars/" + UriUtils.encode(name, StandardCharsets.UTF_8));
        return answer(written.added() ? ResponseEntity.created(place) : ResponseEntity.ok(), written.version());
    }

    @DeleteMapping("/{name}")
    @Needs(Right.ADMINISTER)
    @ResponseStatus(NO_CONTENT)
    void remove(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        calendars.remove(name, there -> Version.of(there).check(ifMatch), actor);
    }

    @GetMapping("/{name}/versions")
    Slice<Written> versions(@PathVariable String name) {
        List<Written> written =
                calendars.versions(name).stream().map(Written::of).toList();
        if (written.isEmpty() && calendars.named(name).isEmpty()) {
            throw NotPromised.calendar(name);
        }
        return Slice.whole(written);
    }

    /** It writes nothing either. */
    @PostMapping("/closed")
    @Needs(Right.READ)
    Read closed(@RequestBody File file) {
        var today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        var read = DaysOff.read(Invalid.required(file.ics(), "ics"), today, "ics");
        return new Read(read.days().stream().map(LocalDate::toString).toList(), read.left());
    }

    /** It writes nothing: whoever may read may ask. */
    @PostMapping("/{name}/due")
    @Needs(Right.READ)
    Due due(@PathVariable String name, @RequestBody Asked asked, Text reader) {
        var calendar = calendars.named(name).orElseThrow(() -> NotPromised.calendar(name));
        var start = Invalid.required(asked.start(), "start");
        var duration = Invalid.required(Promised.read(asked.duration(), "duration"), "duration");
        var due = trial.of(calendar, start, duration, pauses(asked));
        var text = texts.in(reader.language(), calendar.timeZone());
        return new Due(due.at(), Line.say(text, due.explanation()));
    }

    private static List<Trial.Pause> pauses(Asked asked) {
        var pauses = Objects.requireNonNullElse(asked.pauses(), List.<Pause>of());
        return IntStream.range(0, pauses.size())
                .mapToObj(i -> new Trial.Pause(
                        Invalid.required(pauses.get(i).from(), "pauses[" + i + "].from"),
                        Invalid.required(pauses.get(i).to(), "pauses[" + i + "].to")))
                .toList();
    }

    private static ResponseEntity<CalendarBody> answer(ResponseEntity.BodyBuilder response, Calendars.Version there) {
        return response.eTag(Version.of(there.version()).tag()).body(CalendarBody.of(there.calendar()));
    }
}
