package pronto.tickets.screening;

import static java.util.stream.Collectors.toMap;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.sla.Impact;
import pronto.sla.PriorityTables;
import pronto.tickets.Screened;
import pronto.tickets.Screenings;

/** Where screenings are looked up; the working is that of the version of the table that computed it. */
@Component
class StoredScreenings implements Screenings {

    private final JdbcClient db;
    private final PriorityTables tables;
    private final Counting counting;
    private final InstantSource time;

    StoredScreenings(JdbcClient db, PriorityTables tables, Counting counting, InstantSource time) {
        this.db = db;
        this.tables = tables;
        this.counting = counting;
        this.time = time;
    }

    @Override
    public Optional<Screened> of(long ticket) {
        return Optional.ofNullable(of(List.of(ticket)).get(ticket));
    }

    @Override
    public Map<Long, Screened> of(Collection<Long> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : db
                        .sql(Kept.COLUMNS + " where t.id = any(:tickets)")
                        .param("tickets", tickets.toArray(Long[]::new))
                        .query(Kept::of)
                        .list()
                        .stream()
                        .collect(toMap(Kept::ticket, this::screened));
    }

    private Screened screened(Kept kept) {
        var table = tables.version(kept.version()).table();
        return new Screened(
                kept.answered(), kept.counted(), table.of(kept.impact()), kept.byHand(), kept.by(), kept.at());
    }

    @Override
    public Screened tried(long ticket, Impact answers) {
        var counted = counting.of(ticket).reach();
        var verdict = tables.current().table().of(answers.reaching(counted));
        return new Screened(answers, counted, verdict, null, "", time.instant());
    }

    @Override
    public Counted counted(long ticket) {
        return counting.of(ticket);
    }
}
