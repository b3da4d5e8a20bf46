package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.Delivery;
import pronto.channels.outbox.OutboxPages;
import pronto.sla.Priority;
import pronto.tickets.AtTheDesk;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.timeline.Subject;

/** However many years lie behind: a list reads about as many rows as it shows. Counted by the database, not timed. */
class BoundedListsTest extends AtTheDesk {

    private static final int HISTORY = 12_000;
    private static final int LIMIT = 20;

    /** A page of rows with what belongs to each of them, and then some; a small share of all that there is. */
    private static final long ENOUGH = 1_500;

    @Autowired
    private Queue queue;

    @Autowired
    private Lanes lanes;

    @Autowired
    private Mentions mentions;

    @Autowired
    private OutboxPages outbox;

    @Autowired
    private PlatformTransactionManager transactions;

    private long team;

    @BeforeEach
    void years() {
        team = staff.teamNamed("Support").id();
        if (db.sql("select exists (select from tickets.ticket where report_key = 'years:1')")
                .query(Boolean.class)
                .single()) {
            return;
        }
        db.sql("""
                insert into tickets.ticket (number, code, subject, state, channel, report_key, opened_at, customer_id,
                       recognition_how, recognition_trust, language, team_id, technician_id, last_message_at,
                       updated_at, message_count, spam_at, priority, stands_at)
                select 10000000 + n, 'Y' || n, 'Ticket ' || n,
                       case when n % 100 = 0 then 'waiting' when n % 100 = 1 then 'inWork' else 'closed' end,
                       'email', 'years:' || n, clock_timestamp() - n * interval '1 hour',
                       case when n % 100 <> 0 then :customer end,
                       'address', 'unverified', 'it', :team,
                       case when n % 100 = 1 then :giulia end, clock_timestamp(), clock_timestamp(), 1,
                       case when n % 90 = 7 then clock_timestamp() end, case when n % 700 = 0 then 'P1' when n % 300 = 0 then 'P3' end,
                       clock_timestamp() - n * interval '1 hour'
                  from generate_series(1, :history) n
                """)
                .param("customer", acme.id())
                .param("team", team)
                .param("giulia", giulia.id())
                .param("history", HISTORY)
                .update();
        db.sql("""
                insert into tickets.message (ticket_id, direction, kind, channel, received_at, text, full_text)
                select id, 'in', 'message', 'email', opened_at, 'words', 'words' from tickets.ticket
                """).update();
        db.sql("""
                insert into tickets.mention (message_id, technician_id, ticket_id, at, seen_at)
                select id, :giulia, ticket_id, received_at, received_at from tickets.message
                """).param("giulia", giulia.id()).update();
        db.sql("""
                insert into timeline.entry (at, kind, actor_kind, actor_name, subject_kind, subject_id)
                select opened_at, case when id % 1000 = 0 then 'knowledge.changed' else 'tickets.closed' end,
                       'pronto', 'Pronto', 'ticket', id
                  from tickets.ticket
                """).update();
        db.sql("""
                with mail as (
                    insert into channels.outgoing (once_key, message_id, from_name, from_address, subject, text,
                           recipients, language, created_at, send_after)
                    select 'y' || n, 'y' || n, 'Us', 'us@pronto.test', 's', 't', '{"to":[],"cc":[]}', 'it',
                           clock_timestamp(), clock_timestamp()
                      from generate_series(1, :history) n returning id)
                insert into channels.delivery (outgoing_id, address, lane, send_after, state, next_try_at, at)
                select id, 'a@b.test', 'l' || id, clock_timestamp(),
                       case when id % 1000 = 0 then 'bounced' else 'sent' end, clock_timestamp(), clock_timestamp()
                  from mail
                """).param("history", HISTORY).update();
        db.sql("""
                insert into tickets.clock (ticket_id, kind, started_at, ledger, state, due_at)
                select id, k.kind, opened_at, '[]', 'running', opened_at + interval '1 year'
                  from tickets.ticket, unnest(array['pickup', 'answer', 'resolution']) k (kind)
                """).update();
        for (var table : List.of(
                "tickets.clock",
                "tickets.ticket",
                "tickets.message",
                "tickets.mention",
                "timeline.entry",
                "channels.delivery")) {
            db.sql("analyze " + table).update();
        }
    }

    @Test
    void the_queue_and_what_stands_beside_it() {
        bounded("all", () -> queue.lines(new Queue.Whose.Everybody(), Queue.OPEN, null, LIMIT));
        bounded("mine", () -> queue.lines(new Queue.Whose.Mine(giulia.id()), Queue.OPEN, null, LIMIT));
        bounded("free", () -> queue.lines(new Queue.Whose.Free(List.of(team)), Queue.OPEN, null, LIMIT));
        bounded("unknown", () -> lanes.unknown(null, LIMIT));
        bounded("unknown, on", () -> lanes.unknown(lanes.unknown(null, 5).getLast(), LIMIT));
        bounded("spam", () -> lanes.spam(null, LIMIT));
        bounded("counts", () -> lanes.counts(giulia.id(), List.of(team)));
        bounded("mentions", () -> mentions.of(giulia.id(), LIMIT));
    }

    @Test
    void the_lists_that_programs_read() {
        bounded("all", () -> tickets.list(filter(null, null, null), null, LIMIT));
        bounded("of a state", () -> tickets.list(filter(TicketState.IN_WORK, null, null), null, LIMIT));
        bounded("of a state nobody is in", () -> tickets.list(filter(TicketState.RESOLVED, null, null), null, LIMIT));
        bounded("of a priority", () -> tickets.list(filter(null, Priority.P1, null), null, LIMIT));
        bounded("of a team without any", () -> tickets.list(filter(TicketState.CLOSED, null, -1L), null, LIMIT));
    }

    @Test
    void one_ticket_the_outbox_and_the_audit() {
        var ticket = db.sql("select id from tickets.ticket where report_key = 'years:500'")
                .query(Long.class)
                .single();
        bounded("conversation", () -> conversation.of(ticket, null, LIMIT));
        bounded("history", () -> timeline.of(new Subject("ticket", ticket), null, LIMIT));
        bounded("audit", () -> timeline.all(null, null, LIMIT));
        bounded("audit of an area", () -> timeline.all("knowledge.", null, LIMIT));
        bounded("audit of an area without any", () -> timeline.all("staff.none", null, LIMIT));
        bounded("outbox", () -> outbox.lines(null, "", null, LIMIT));
        bounded("outbox, refused", () -> outbox.lines(Delivery.State.BOUNCED, "", null, LIMIT));
        bounded("outbox, of one address", () -> outbox.lines(null, "marta@acme.test", null, LIMIT));
        bounded("outbox, of one domain", () -> outbox.lines(null, "@acme.test", null, LIMIT));
    }

    private static Tickets.Filter filter(
            @Nullable TicketState state, @Nullable Priority priority, @Nullable Long ofTeam) {
        return new Tickets.Filter(state, priority, ofTeam, null, null, false);
    }

    private void bounded(String list, Supplier<?> question) {
        // Often enough for the plan that is kept for all values to be the one that is used.
        for (var turn = 0; turn < 8; turn++) {
            var read = new TransactionTemplate(transactions).execute(status -> {
                var before = rowsRead();
                assertThat(question.get()).isNotNull();
                var after = rowsRead();
                after.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
                return after;
            });
            assertThat(read)
                    .as("rows read for the list: %s", list)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan(ENOUGH));
        }
    }

    private Map<String, Long> rowsRead() {
        var read = new java.util.HashMap<String, Long>();
        db.sql("""
                select schemaname || '.' || relname as name, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
                  from pg_stat_xact_user_tables
                 where schemaname in ('tickets', 'timeline', 'channels')
                """).query(row -> {
            read.put(row.getString("name"), row.getLong("rows"));
        });
        return read;
    }
}
