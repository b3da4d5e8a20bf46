package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Mailbox;
import pronto.runtime.PublicAddress;
import pronto.runtime.Spelling;
import pronto.tickets.LinkEnded;
import pronto.tickets.Opinion;
import pronto.tickets.Opinions;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.tickets.TooOften;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** Asks whether the customer is content, and takes what they say. */
@Component
class StoredOpinions implements Opinions {

    private static final Duration OPEN = Duration.ofDays(30);
    private static final int MOST_SAID = 50;
    private static final int LONGEST = 2_000;

    private final JdbcClient db;
    private final OpinionRows rows;
    private final SignedLinks links;
    private final Holding holding;
    private final Trace trace;
    private final Texts texts;
    private final PublicAddress address;
    private final InstantSource time;

    StoredOpinions(
            JdbcClient db,
            OpinionRows rows,
            SignedLinks links,
            Holding holding,
            Trace trace,
            Texts texts,
            PublicAddress address,
            InstantSource time) {
        this.db = db;
        this.rows = rows;
        this.links = links;
        this.holding = holding;
        this.trace = trace;
        this.texts = texts;
        this.address = address;
        this.time = time;
    }

    /** The question for the one whom a mail is about to tell; nothing where they were asked before. */
    Optional<Opinion> ask(Ticket ticket, Mailbox person) {
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        return rows.add(new Opinion(
                0,
                ticket.id(),
                person.address(),
                person.name(),
                ticket.language(),
                now,
                now.plus(OPEN),
                null,
                "",
                null));
    }

    void askedBy(Opinion opinion, long message) {
        rows.askedBy(opinion.id(), message);
    }

    /** As the mail puts it: a link for each answer, which opens a page and changes nothing by being opened. */
    String question(Opinion opinion) {
        var words = texts.in(opinion.language(), ZoneOffset.UTC);
        var link = address.of("/satisfaction/" + links.of(opinion)).toString();
        return Stream.of(Satisfaction.values())
                .map(answer -> words.of("tickets.satisfaction." + answer.name()) + ": " + link + "?answer="
                        + Spelling.of(answer))
                .collect(Collectors.joining("\n", words.of("mail.satisfaction") + "\n", ""));
    }

    @Override
    public Optional<Opinion> of(long ticket) {
        return rows.of(ticket);
    }

    @Override
    public Opinion look(String token) {
        var id = SignedLinks.id(token).orElseThrow(LinkEnded::new);
        return rows.open(id, time.instant())
                .filter(opinion -> links.fits(token, opinion))
                .orElseThrow(LinkEnded::new);
    }

    @Override
    @Transactional
    public Opinion say(String token, Satisfaction answer, String comment) {
        var asked = look(token);
        var held = holding.row(asked.ticket());
        var words = comment.replace("\0", "").strip();
        var kept = words.substring(0, Math.min(LONGEST, words.length()));
        var before = rows.of(held.id()).orElseThrow(LinkEnded::new);
        if (answer == before.answer() && kept.equals(before.comment())) {
            return before;
        }
        var said =
                rows.said(asked.id(), answer, kept, MOST_SAID, time.instant()).orElseThrow(TooOften::new);
        trace.leave(
                "rated",
                rated(held, answer),
                Actor.contact(held.contact(), asked.name() == null ? asked.address() : asked.name()),
                Map.of("answer", Spelling.of(answer), "comment", kept));
        return said;
    }

    private Ticket rated(Ticket held, Satisfaction answer) {
        return db.sql("""
                update tickets.ticket set satisfaction = :answer, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("answer", Spelling.of(answer))
                .param("now", utc(holding.now()))
                .param("id", held.id())
                .query(TicketRows::ticket)
                .single();
    }
}
