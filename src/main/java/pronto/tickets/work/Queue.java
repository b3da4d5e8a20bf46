package pronto.tickets.work;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.sla.Priority;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.clocks.Standings;

/** The open tickets, the most urgent first: each question is one bounded walk along one index. */
@Component
public class Queue {

    /** Whose tickets a list shows. */
    public sealed interface Whose {

        /** Those in this technician's hands. */
        record Mine(long technician) implements Whose {}

        /** Those of these teams. */
        record Teams(List<Long> teams) implements Whose {}

        /** Those of these teams that anybody may take: nobody has them, or who has them is away. */
        record Free(List<Long> teams) implements Whose {}

        /** All of them. */
        record Everybody() implements Whose {}
    }

    /** States whose next move is ours. */
    public static final Set<TicketState> OURS = Set.of(TicketState.WAITING, TicketState.IN_WORK);

    public static final Set<TicketState> OPEN =
            Set.of(TicketState.WAITING, TicketState.IN_WORK, TicketState.WAITING_FOR_CUSTOMER);

    /** Where one page of the queue ended. */
    public record Place(String rank, Instant standsAt, long id) {

        public static Place after(QueueLine line) {
            return new Place(line.rank(), line.standsAt(), line.id());
        }
    }

    /** One that nobody has looked at yet may be anything: it stands right behind the critical ones. */
    static String rank(@Nullable Priority priority) {
        return priority == null ? "P15" : priority == Priority.P1 ? "P1" : "P2";
    }

    private static final String PLACE = "(least(coalesce(t.priority, 'P15'), 'P2'), t.stands_at, t.id)";

    private static final String IN_ORDER =
            " order by least(coalesce(t.priority, 'P15'), 'P2'), t.stands_at, t.id limit :limit";

    // More than ask at the same moment; mostly one of the first few is free.
    private static final int AT_ONCE = 200;
    private static final int FEW = 10;

    private final JdbcClient db;
    private final Standings standings;

    Queue(JdbcClient db, Standings standings) {
        this.db = db;
        this.standings = standings;
    }

    public List<QueueLine> lines(Whose whose, Set<TicketState> states, @Nullable Place after, int limit) {
        if (states.stream().noneMatch(TicketState::open)) {
            return List.of();
        }
        var open = in(states) + (after == null ? "" : " and " + PLACE + " > (:rank, :standsAt, :id)");
        var asked = QueueLine.from("(" + rows(whose, open) + ")") + IN_ORDER;
        return db.sql(asked)
                .param("technician", whose instanceof Whose.Mine mine ? mine.technician() : null)
                .param("teams", teams(whose))
                .param("rank", after == null ? null : after.rank())
                .param("standsAt", after == null ? null : after.standsAt().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(QueueLine::of)
                .list();
    }

    /** The first of these teams that anybody may take, held by this transaction: others who ask meanwhile pass it by. */
    Optional<Long> hold(List<Long> teams) {
        return hold(teams, FEW).or(() -> hold(teams, AT_ONCE));
    }

    /** The first so many are read without a lock, so that none is held but the one that is given. */
    private Optional<Long> hold(List<Long> teams, int first) {
        var free = new Whose.Free(teams);
        return db.sql("""
                select t.id from tickets.ticket t
                 where t.id in (select f.id from (%s) f
                                 order by least(coalesce(f.priority, 'P15'), 'P2'), f.stands_at, f.id limit :limit)
                   and t.state in ('waiting', 'inWork') and t.spam_at is null and t.team_id = any(:teams)
                   and (t.technician_id is null
                        or exists (select from staff.technician h
                                    where h.id = t.technician_id
                                      and (h.away_since is not null or h.left_at is not null)))
                 order by least(coalesce(t.priority, 'P15'), 'P2'), t.stands_at, t.id
                 limit 1 for no key update of t skip locked
                """.formatted(rows(free, in(OURS))))
                .param("teams", teams(free))
                .param("limit", first)
                .query(Long.class)
                .optional();
    }

    /** The lines of just these tickets, for a screen that draws some of its rows anew. */
    public List<QueueLine> lines(Collection<Long> tickets) {
        return db.sql(QueueLine.COLUMNS + " where t.id = any(:tickets) order by t.id")
                .param("tickets", tickets.toArray(Long[]::new))
                .query(QueueLine::of)
                .list();
    }

    /** How many open tickets of its team would stand before this one with that priority, counted to a hundred. */
    public int before(Ticket ticket, Priority priority) {
        var there = new Place(rank(priority), standings.with(ticket.id(), priority), ticket.id());
        return db.sql("""
                select count(*) from (
                    select from tickets.ticket t
                     where t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
                       and t.team_id = :team and t.id <> :id
                       and %s < (:rank, :standsAt, :id)
                     limit 100) n
                """.formatted(PLACE))
                .param("team", ticket.team())
                .param("rank", there.rank())
                .param("standsAt", there.standsAt().atOffset(ZoneOffset.UTC))
                .param("id", ticket.id())
                .query(Integer.class)
                .single();
    }

    /** The ticket that came last. */
    public long newest() {
        return db.sql("select coalesce(max(id), 0) from tickets.ticket")
                .query(Long.class)
                .single();
    }

    /** Said once and in full: the planner sees that the partial index fits, and is not misled about how many there are. */
    private static String in(Set<TicketState> states) {
        return states.stream()
                .filter(TicketState::open)
                .map(state -> "'" + Spelling.of(state) + "'")
                .sorted()
                .collect(joining(", ", " where t.state in (", ") and t.spam_at is null"));
    }

    /** The first of each team and of each technician who is away, along an index of theirs; the first of these is a page. */
    private static String rows(Whose whose, String open) {
        return switch (whose) {
            case Whose.Everybody all -> first(open);
            case Whose.Mine mine -> first(open + " and t.technician_id = :technician");
            case Whose.Teams some -> ofEachTeam(open);
            case Whose.Free some -> ofEachTeam(open + " and t.technician_id is null") + " union all " + ofTheAway(open);
        };
    }

    private static String first(String which) {
        return "select t.* from tickets.ticket t" + which + IN_ORDER;
    }

    private static String ofEachTeam(String open) {
        return "select o.* from unnest(:teams::bigint[]) of (team) cross join lateral ("
                + first(open + " and t.team_id = of.team") + ") o";
    }

    private static String ofTheAway(String open) {
        return "select o.* from staff.technician h cross join lateral ("
                + first(open + " and t.technician_id = h.id and t.team_id = any(:teams)")
                + ") o where h.away_since is not null or h.left_at is not null";
    }

    static Long[] teams(Whose whose) {
        return switch (whose) {
            case Whose.Teams of -> of.teams().toArray(Long[]::new);
            case Whose.Free of -> of.teams().toArray(Long[]::new);
            case Whose.Mine mine -> new Long[0];
            case Whose.Everybody all -> new Long[0];
        };
    }
}
