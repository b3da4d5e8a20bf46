package pronto.tickets.api;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pronto.runtime.Spelling;
import pronto.sla.Priority;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Channel;
import pronto.tickets.Desk;
import pronto.tickets.TeamUnknown;
import pronto.tickets.TicketState;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.work.Queue;
import pronto.tickets.work.QueueLine;
import pronto.tickets.work.StandsThere;
import pronto.ui.Reader;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** What is to be done next, and why: the open tickets whose next move is ours, in the order of the queue. */
@RestController
@RequestMapping("/api/v1/queue")
class QueueApi {

    /** Whose tickets: all, those in the asker's hands, those that anybody may take. */
    enum Whose {
        ALL,
        MINE,
        FREE
    }

    record LineJson(
            String code,
            String subject,
            @OneOf(TicketState.class) String state,
            @OneOf(Priority.class) @Nullable String priority,
            @OneOf(Channel.class) String channel,
            Instant openedAt,
            @Nullable String customer,
            @Nullable String plan,
            String team,
            @Nullable String technician,
            @Nullable PromiseJson promise,
            Instant standsAt,
            String why) {

        record PromiseJson(@OneOf(ClockKind.class) String kind, Instant dueAt) {}

        static LineJson of(QueueLine line, String team, Text text) {
            var promised = line.promised();
            return new LineJson(
                    line.code(),
                    line.subject(),
                    Spelling.of(line.state()),
                    line.priority() == null ? null : line.priority().name(),
                    Spelling.of(line.channel()),
                    line.openedAt(),
                    line.customerCode(),
                    line.plan(),
                    team,
                    line.technicianName(),
                    promised == null ? null : new PromiseJson(Spelling.of(promised.kind()), promised.dueAt()),
                    line.standsAt(),
                    StandsThere.why(line, text.now()).say(text));
        }
    }

    private final Queue queue;
    private final Desk desk;
    private final Answers answers;
    private final Staff staff;
    private final Texts texts;

    QueueApi(Queue queue, Desk desk, Answers answers, Staff staff, Texts texts) {
        this.queue = queue;
        this.desk = desk;
        this.answers = answers;
        this.staff = staff;
        this.texts = texts;
    }

    @GetMapping
    Slice<LineJson> list(
            @OneOf(Whose.class) @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String team,
            Paging paging,
            Me me) {
        var text = texts.in(Reader.languageOf(LocaleContextHolder.getLocale()), ZoneOffset.UTC);
        var teams = staff.teams().stream().collect(toMap(Team::id, Team::name));
        var lines = queue.lines(whose(whose, team, me), Queue.OURS, place(paging.cursor()), paging.fetch());
        return paging.page(
                lines,
                line -> Cursor.at(line.rank(), line.standsAt(), line.id()),
                line -> LineJson.of(line, name(line.team(), teams), text));
    }

    /** The first of these that anybody may take, in the hands of who asks: nobody else gets it. */
    @PostMapping("/next")
    ResponseEntity<TicketJson> next(@RequestParam(required = false) @Nullable String team, Me me) {
        var teams = team == null ? staff.teamsOf(me.person()) : List.of(team(team));
        return answers.created(desk.next(me.person().id(), teams, me.actor()));
    }

    private Queue.Whose whose(@Nullable String whose, @Nullable String team, Me me) {
        return switch (whose == null ? Whose.ALL : Asked.choice(Whose.class, whose, "whose")) {
            case MINE -> new Queue.Whose.Mine(me.person().id());
            case FREE -> new Queue.Whose.Free(team == null ? staff.teamsOf(me.person()) : List.of(team(team)));
            case ALL -> team == null ? new Queue.Whose.Everybody() : new Queue.Whose.Teams(List.of(team(team)));
        };
    }

    private long team(String name) {
        return staff.team(name).map(Team::id).orElseThrow(() -> new TeamUnknown("team"));
    }

    private String name(long team, Map<Long, String> teams) {
        var open = teams.get(team);
        return open != null ? open : staff.team(team).map(Team::name).orElse("");
    }

    private static Queue.@Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null ? null : new Queue.Place(cursor.text(0), cursor.time(1), cursor.number(2));
    }
}
