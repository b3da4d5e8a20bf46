package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.runtime.PublicAddress;
import pronto.runtime.Spelling;
import pronto.tickets.Arrival;
import pronto.tickets.Asking;
import pronto.tickets.Askings;
import pronto.tickets.Body;
import pronto.tickets.Channel;
import pronto.tickets.Diagnostic;
import pronto.tickets.EmptyMessage;
import pronto.tickets.LinkEnded;
import pronto.tickets.NoRecipient;
import pronto.tickets.Ticket;
import pronto.tickets.TooOften;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.Text;
import pronto.ui.Texts;

/** Asks, and takes what comes. */
@Component
class StoredAskings implements Askings {

    /** A link opens this long after we stopped waiting, also after the ticket was resolved: answering brings it back. */
    private static final Duration OPEN = Duration.ofDays(20);

    /** Where a plan never stops waiting. */
    private static final int LONGEST = 90;

    private static final int MOST_AN_HOUR = 20;

    private final AskingRows rows;
    private final SignedLinks tokens;
    private final Silences silences;
    private final Holding holding;
    private final Answering answering;
    private final Receiving receiving;
    private final Trace trace;
    private final Texts texts;
    private final PublicAddress address;
    private final InstantSource time;

    StoredAskings(
            AskingRows rows,
            SignedLinks tokens,
            Silences silences,
            Holding holding,
            Answering answering,
            Receiving receiving,
            Trace trace,
            Texts texts,
            PublicAddress address,
            InstantSource time) {
        this.rows = rows;
        this.tokens = tokens;
        this.silences = silences;
        this.holding = holding;
        this.answering = answering;
        this.receiving = receiving;
        this.trace = trace;
        this.texts = texts;
        this.address = address;
        this.time = time;
    }

    @Override
    @Transactional
    public Asking ask(long ticket, List<Diagnostic> items, String text, Actor by) {
        var held = holding.openTicket(ticket);
        var to = answering.reporter(held).stream().findFirst().orElseThrow(NoRecipient::new);
        if (items.isEmpty()) {
            throw Invalid.missing("diagnostics");
        }
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.replaceEarlier(ticket, now);
        var silence = silences.of(held);
        var asking = rows.add(new Asking(
                0,
                ticket,
                to.address(),
                to.name(),
                held.language(),
                List.copyOf(new LinkedHashSet<>(items)).stream()
                        .map(what -> new Asking.Item(what, false, ""))
                        .toList(),
                by.name(),
                now,
                now.plus(Duration.ofDays(Objects.requireNonNullElse(silence.closing(), LONGEST)))
                        .plus(OPEN),
                silence.next(now, 0),
                0,
                null));
        rows.keepHash(asking.id(), SignedLinks.hash(tokens.of(asking)));
        var words = texts.in(held.language(), ZoneOffset.UTC);
        var said = (text.isBlank() ? words.of("mail.asked.please") : text.strip()) + "\n\n" + listed(asking, words);
        answering.asked(
                held,
                Wording.of(new Body.Plain(said), List.of()),
                said + "\n\n" + words.of("mail.asked.link", "link", link(asking)),
                by);
        trace.leave(
                "asked",
                held,
                by,
                Map.of("items", items.stream().map(Spelling::of).toList().toString()));
        return asking;
    }

    String link(Asking asking) {
        return address.of("/asked/" + tokens.of(asking)).toString();
    }

    static String listed(Asking asking, Text words) {
        var lines = new StringBuilder();
        for (var item : asking.items()) {
            lines.append("- ")
                    .append(words.of("tickets.diagnostic." + Spelling.of(item.what())))
                    .append('\n');
        }
        return lines.toString().stripTrailing();
    }

    @Override
    public Optional<Asking> last(long ticket) {
        return rows.last(ticket);
    }

    @Override
    public boolean endsNext(Ticket ticket, Asking asking) {
        return silences.of(ticket).ends(asking.reminders());
    }

    @Override
    public Asking look(String token) {
        return rows.open(SignedLinks.hash(token), time.instant())
                .filter(asking -> tokens.fits(token, asking))
                .orElseThrow(LinkEnded::new);
    }

    @Override
    @Transactional
    public Asking answer(String token, Asking.Answer answer) {
        var asking = look(token);
        var now = time.instant();
        if (!rows.mayStillSend(asking.id(), MOST_AN_HOUR, now, now.minus(Duration.ofHours(1)))) {
            throw new TooOften();
        }
        var items = new ArrayList<Asking.Item>();
        var ticked = EnumSet.noneOf(Diagnostic.class);
        ticked.addAll(answer.ticked());
        for (var item : asking.items()) {
            var note = noteOf(item.what(), answer);
            items.add(new Asking.Item(
                    item.what(),
                    item.done() || ticked.contains(item.what()) || !note.isEmpty(),
                    note.isEmpty() ? item.note() : note));
        }
        var words = texts.in(asking.language(), ZoneOffset.UTC);
        var said = said(asking, answer, ticked, words);
        if (said.isEmpty() && answer.files().isEmpty()) {
            throw new EmptyMessage("text");
        }
        var held = holding.goingOn(asking.ticket());
        receive(held, asking, said.isEmpty() ? words.of("tickets.asked.files") : said, answer, now);
        var answered = rows.answered(asking.id(), items, now);
        trace.news(held);
        return answered;
    }

    private void receive(Ticket held, Asking asking, String said, Asking.Answer answer, Instant now) {
        var name = asking.name() == null ? asking.address() : asking.name();
        receiving.append(
                held.id(),
                Arrival.typed(
                        Channel.PORTAL,
                        new Mailbox(asking.name(), asking.address()),
                        Subjects.answering(held.subject()),
                        said,
                        answer.files(),
                        Trust.UNVERIFIED,
                        now),
                Actor.contact(held.contact(), name));
    }

    private static String said(Asking asking, Asking.Answer answer, EnumSet<Diagnostic> ticked, Text words) {
        var said = new StringBuilder();
        for (var item : asking.items()) {
            var note = noteOf(item.what(), answer);
            if (ticked.contains(item.what()) || !note.isEmpty()) {
                said.append("\u2713 ").append(words.of("tickets.diagnostic." + Spelling.of(item.what())));
                said.append(note.isEmpty() ? "\n" : "\n" + note + "\n");
            }
        }
        return (said + "\n" + answer.text().strip()).strip();
    }

    private static String noteOf(Diagnostic what, Asking.Answer answer) {
        return answer.notes().stream()
                .filter(item -> item.what() == what)
                .map(item -> item.note().strip())
                .findFirst()
                .orElse("");
    }
}
