package pronto.tickets.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.sla.Cause;
import pronto.sla.Clock;
import pronto.sla.Promise;
import pronto.sla.Turn;
import pronto.sla.WorkingHours;
import tools.jackson.databind.json.JsonMapper;

/** A ledger as it is written down: hours by the name of their calendar, so that a corrected one counts for the past too. */
final class Ledgers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Written(
            String at,
            String turn,
            String cause,
            @Nullable Long seconds,
            @Nullable String hours) {}

    private Ledgers() {}

    static String write(Clock clock) {
        return JSON.writeValueAsString(
                clock.turns().stream().map(Ledgers::written).toList());
    }

    static Clock read(String ledger, Function<String, WorkingHours> hours) {
        Map<String, WorkingHours> known = new HashMap<>();
        var turns = List.of(JSON.readValue(ledger, Written[].class)).stream()
                .map(written -> turn(written, name -> known.computeIfAbsent(name, hours)))
                .toList();
        return Clock.of(turns);
    }

    private static Written written(Turn turn) {
        var promise = turn.promise();
        var target = promise == null ? null : promise.target();
        return new Written(
                turn.at().toString(),
                Spelling.of(turn.kind()),
                Spelling.of(turn.cause()),
                target == null ? null : target.toSeconds(),
                promise == null ? null : promise.hours().calendar().name());
    }

    private static Turn turn(Written written, Function<String, WorkingHours> hours) {
        var promise = written.hours() == null
                ? null
                : new Promise(
                        written.seconds() == null ? null : Duration.ofSeconds(written.seconds()),
                        hours.apply(written.hours()));
        return new Turn(
                Instant.parse(written.at()),
                Spelling.read(Turn.Kind.class, written.turn()),
                Spelling.read(Cause.class, written.cause()),
                promise);
    }
}
