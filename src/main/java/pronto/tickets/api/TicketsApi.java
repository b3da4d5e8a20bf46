package pronto.tickets.api;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.sla.Priority;
import pronto.tickets.Arrival;
import pronto.tickets.Channel;
import pronto.tickets.Desk;
import pronto.tickets.Report;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.tickets.work.Languages;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** Tickets: to list, to look at, to open. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {

    private final Desk desk;
    private final Tickets tickets;
    private final Asked asked;
    private final Reporters reporters;
    private final FilesSent files;
    private final Answers answers;
    private final InstantSource time;

    TicketsApi(
            Desk desk,
            Tickets tickets,
            Asked asked,
            Reporters reporters,
            FilesSent files,
            Answers answers,
            InstantSource time) {
        this.desk = desk;
        this.tickets = tickets;
        this.asked = asked;
        this.reporters = reporters;
        this.files = files;
        this.answers = answers;
        this.time = time;
    }

    @GetMapping
    Slice<TicketJson> list(
            @OneOf(TicketState.class) @RequestParam(required = false) @Nullable String state,
            @OneOf(Priority.class) @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(defaultValue = "") String q,
            Paging paging) {
        var filter = asked.filter(state, priority, team, customer);
        if (!q.isBlank()) {
            return asked.found(q.strip(), filter, paging);
        }
        return asked.listed(filter, paging);
    }

    @PostMapping
    ResponseEntity<TicketJson> open(@RequestBody ReportJson report, Actor by) {
        return answers.created(desk.open(read(report, by)));
    }

    private Report read(ReportJson report, Actor by) {
        var subject = Invalid.required(report.subject(), "subject");
        var text = Invalid.required(report.body(), "body");
        var channel = report.channel() == null ? Channel.API : Asked.choice(Channel.class, report.channel(), "channel");
        var who = reporters.find(report.from());
        var address = who.reporter().email();
        var sender = address == null ? null : new Mailbox(who.reporter().name(), address);
        return new Report(
                "api:" + UUID.randomUUID(),
                Arrival.typed(
                        channel,
                        sender,
                        subject,
                        text,
                        files.kept(report.attachments()),
                        Trust.UNVERIFIED,
                        time.instant()),
                who.reporter(),
                who.recognition(),
                Languages.of(who.recognition(), null),
                null,
                null,
                null,
                null,
                by);
    }

    @GetMapping("/{code}")
    ResponseEntity<TicketJson> show(@PathVariable String code) {
        return answers.shown(tickets.byCode(code));
    }
}
