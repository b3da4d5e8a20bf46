package pronto.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import pronto.sla.Impact;
import pronto.tickets.Resolution;
import pronto.tickets.Satisfaction;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the example company's customers wrote and what its technicians did about it, told backwards from today in working
 * time. A text may name a time by its distance: {@code {-PT10M}} is ten minutes before it is written.
 */
record Story(List<Report> reports) {

    /** One report, {@code ago} before now, and what followed, each step {@code after} the one before. */
    record Report(
            Duration ago,
            String from,
            String name,
            String subject,
            String text,
            @Nullable Boolean html,
            @Nullable Boolean auto,
            @Nullable String attachment,
            List<Step> steps) {}

    record Step(
            Duration after,
            @Nullable String by,
            Deed what,
            @Nullable String text,
            @Nullable String then,
            Resolution.@Nullable Kind kind,
            @Nullable String evidence,
            @Nullable Found found,
            @Nullable Satisfaction rated,
            @Nullable Duration next,
            @Nullable Checked checked) {}

    /** What goes with a ticket to the next tier, besides the text. */
    record Checked(
            @Nullable String tried,
            @Nullable String seen,
            @Nullable String reproduce) {}

    /** What somebody found at first sight, by the five factors. */
    record Found(
            Impact.Severity severity,
            Impact.CoreImpact core,
            Impact.Reach reach,
            Impact.Degradation degradation,
            Impact.Workaround workaround) {

        Impact impact() {
            return new Impact(severity, core, reach, degradation, workaround);
        }
    }

    enum Deed {
        SCREEN,
        PICK_UP,
        REPLY,
        NOTE,
        ESCALATE,
        RESOLVE,
        SPAM,
        /** The customer writes back. */
        ANSWER,
        /** The customer says how it went, by the link in the mail. */
        RATE
    }

    /** One thing that happens at one moment; without a step it is the report itself. */
    record Scene(Instant at, Report report, @Nullable Step step) {

        /** What is said in it, its times told by the clock. */
        String text() {
            var text = step == null ? report.text() : step.text();
            return text == null ? "" : CLOCK.matcher(text).replaceAll(time -> clock(Duration.parse(time.group(1))));
        }

        /** When the customer is told to hear from us next. */
        @Nullable Instant next() {
            return step == null || step.next() == null
                    ? null
                    : moment(step.next()).toInstant();
        }

        private String clock(Duration distance) {
            return moment(distance).format(DateTimeFormatter.ofPattern("H:mm"));
        }

        private ZonedDateTime moment(Duration distance) {
            var moment = distance.isNegative()
                    ? WorkingHours.before(at, distance.negated())
                    : WorkingHours.after(at, distance);
            var time = moment.atZone(WorkingHours.ZONE).truncatedTo(ChronoUnit.MINUTES);
            return time.withMinute(time.getMinute() / 5 * 5);
        }
    }

    private static final Pattern CLOCK = Pattern.compile("\\{(-?PT[0-9HM]+)}");

    static Story told() {
        try (var lines = new ClassPathResource("demo/story.json").getInputStream()) {
            return new Story(List.of(JsonMapper.builder().build().readValue(lines, Report[].class)));
        } catch (IOException e) {
            throw new IllegalStateException("the story of the example company cannot be read", e);
        }
    }

    /** Everything that has happened by now, in order. */
    List<Scene> until(Instant now) {
        return reports.stream()
                .flatMap(report -> scenes(report, now))
                .filter(scene -> scene.at().isBefore(now))
                .sorted(Comparator.comparing(Scene::at))
                .toList();
    }

    private static Stream<Scene> scenes(Report report, Instant now) {
        var at = WorkingHours.before(now, report.ago());
        var scenes = new ArrayList<Scene>();
        scenes.add(new Scene(at, report, null));
        for (var step : report.steps()) {
            at = WorkingHours.after(at, step.after());
            scenes.add(new Scene(at, report, step));
        }
        return scenes.stream();
    }
}
