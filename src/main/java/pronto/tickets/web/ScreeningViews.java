package pronto.tickets.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.sla.Impact.Factor;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.tickets.Acts;
import pronto.tickets.Conversation;
import pronto.tickets.Link;
import pronto.tickets.Message;
import pronto.tickets.Screened;
import pronto.tickets.Screenings;
import pronto.tickets.Ticket;
import pronto.tickets.screening.Similar;
import pronto.tickets.work.Queue;

/** Draws the screening of a ticket: what is asked, what is suggested and why, and what follows. */
@Component
class ScreeningViews {

    private static final int LIKE = 4;
    private static final int LETTERS = 600;

    private final Screenings screenings;
    private final PriorityTables tables;
    private final Similar similar;
    private final Customers customers;
    private final Conversation conversation;
    private final Acts acts;
    private final Staff staff;
    private final Queue queue;

    ScreeningViews(
            Screenings screenings,
            PriorityTables tables,
            Similar similar,
            Customers customers,
            Conversation conversation,
            Acts acts,
            Staff staff,
            Queue queue) {
        this.screenings = screenings;
        this.tables = tables;
        this.similar = similar;
        this.customers = customers;
        this.conversation = conversation;
        this.acts = acts;
        this.staff = staff;
        this.queue = queue;
    }

    /** With what was answered before, or on the ticket that it is like; else with what can be counted. */
    ScreeningView view(Ticket ticket, @Nullable Long like) {
        var before = screenings.of(like == null ? ticket.id() : like).orElse(null);
        var answers = before == null ? counted(ticket.id()) : answers(before.answered());
        var own = like == null && before != null ? before.byHand() : null;
        return new ScreeningView(
                ticket.id(),
                ticket.code(),
                ticket.subject(),
                Lane.ALL.path(ticket.code()),
                ticket.priority() != null,
                who(ticket),
                ticket.reporter().display(),
                said(ticket),
                questions(answers),
                new ScreeningView.Hand(own == null ? null : own.priority().name(), own == null ? "" : own.reason()),
                similar(ticket),
                verdict(ticket, answers, own == null ? null : own.priority()));
    }

    /** Where several people or customers are linked already, the question who is concerned is answered. */
    private Map<Factor, String> counted(long ticket) {
        var counted = screenings.counted(ticket).reach();
        return counted == Impact.Reach.ONE_PERSON ? Map.of() : Map.of(Factor.REACH, Spelling.of(counted));
    }

    private static Map<Factor, String> answers(Impact impact) {
        var answers = new EnumMap<Factor, String>(Factor.class);
        for (var factor : Factor.values()) {
            answers.put(factor, Spelling.of(impact.of(factor)));
        }
        return answers;
    }

    private static List<ScreeningView.Question> questions(Map<Factor, String> answers) {
        var questions = new ArrayList<ScreeningView.Question>();
        for (var factor : Factor.values()) {
            var choices = new ArrayList<ScreeningView.Answer>();
            for (var choice : factor.choices()) {
                var spelled = Spelling.of(choice);
                choices.add(new ScreeningView.Answer(
                        spelled,
                        choices.size() + 1,
                        "tickets.screening." + factor.name() + "." + choice.name(),
                        spelled.equals(answers.get(factor))));
            }
            questions.add(new ScreeningView.Question(
                    Spelling.of(factor), questions.size() + 1, "tickets.screening." + factor.name(), choices));
        }
        return questions;
    }

    private ScreeningView.@Nullable Who who(Ticket ticket) {
        return ticket.customer() == null
                ? null
                : customers
                        .customer(ticket.customer())
                        .map(customer -> new ScreeningView.Who(
                                customer.name(),
                                customer.code(),
                                "/customers/" + QueueViews.encoded(customer.code()),
                                customer.plan(),
                                customer.platforms().stream()
                                        .map(Customer.Platform::name)
                                        .toList()))
                        .orElse(null);
    }

    private String said(Ticket ticket) {
        return conversation.of(ticket.id(), null, 20).stream()
                .filter(message -> message.direction() == Message.Direction.IN)
                .map(Message::text)
                .findFirst()
                .map(text -> text.length() > LETTERS ? text.substring(0, LETTERS) + "…" : text)
                .orElse("");
    }

    SimilarView similar(Ticket ticket) {
        var found = similar.to(ticket, LIKE);
        var screened =
                screenings.of(found.stream().map(like -> like.ticket().id()).toList());
        var linked = acts.links(List.of(ticket.id())).getOrDefault(ticket.id(), List.of()).stream()
                .filter(link -> link.kind() == Link.Kind.RELATED)
                .map(Link::code)
                .toList();
        return new SimilarView(
                ticket.code(),
                found.stream()
                        .map(like -> new SimilarView.Like(
                                like.ticket().code(),
                                Lane.ALL.path(like.ticket().code()),
                                like.ticket().subject(),
                                like.ticket().priority(),
                                like.ticket().state().name(),
                                like.words(),
                                screened.containsKey(like.ticket().id())
                                        ? path(ticket) + "?like="
                                                + like.ticket().code()
                                        : null,
                                linked.contains(like.ticket().code())))
                        .toList());
    }

    VerdictView verdict(Ticket ticket, Map<Factor, String> answers, @Nullable Priority byHand) {
        var missing = (int) Impact.unanswered(answers);
        var screened = missing > 0 ? null : screenings.tried(ticket.id(), Impact.read(answers, "screening-unanswered"));
        var table = tables.current().table();
        return new VerdictView(
                ticket.id(),
                ticket.code(),
                screened,
                missing,
                screenings.counted(ticket.id()),
                table.most(),
                bands(table),
                screened == null ? List.of() : next(ticket, screened, byHand));
    }

    private static List<VerdictView.Band> bands(PriorityTable table) {
        var bands = new ArrayList<VerdictView.Band>();
        var end = 1000;
        for (var priority : Priority.values()) {
            var at = Math.min(1000, table.most() == 0 ? 0 : table.from(priority) * 1000 / table.most());
            bands.add(new VerdictView.Band(priority.name(), table.from(priority), at, Math.max(0, end - at)));
            end = at;
        }
        return bands.reversed();
    }

    private List<VerdictView.Next> next(Ticket ticket, Screened screened, @Nullable Priority byHand) {
        var priority = byHand == null ? screened.priority() : byHand;
        var team = staff.team(ticket.team()).map(Team::name).orElse("");
        var next = new ArrayList<VerdictView.Next>();
        if (byHand != null) {
            next.add(new VerdictView.Next("hand", "tickets.screening.next.byHand", new Object[] {
                "priority", byHand.name(), "computed", screened.priority().name()
            }));
        }
        next.add(
                priority == Priority.P1
                        ? new VerdictView.Next("siren", "tickets.screening.next.first", new Object[0])
                        : new VerdictView.Next("arrow-down-wide-narrow", "tickets.screening.next.before", new Object[] {
                            "team", team, "count", queue.before(ticket, priority)
                        }));
        next.add(
                ticket.technician() == null
                        ? new VerdictView.Next("hourglass", "tickets.screening.next.free", new Object[] {"team", team})
                        : new VerdictView.Next("user-check", "tickets.screening.next.held", new Object[] {
                            "technician",
                            staff.technician(ticket.technician())
                                    .map(Technician::name)
                                    .orElse("")
                        }));
        next.add(new VerdictView.Next("scroll-text", "tickets.screening.next.history", new Object[0]));
        return next;
    }

    static String path(Ticket ticket) {
        return "/tickets/" + ticket.code() + "/screening";
    }
}
