package pronto.tickets.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.customers.Customers;
import pronto.runtime.Spelling;
import pronto.search.Match;
import pronto.search.Search;
import pronto.sla.Priority;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.TeamUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.tickets.work.MessageIds;
import pronto.ui.Invalid;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;

/** What a program looks for. */
@Component
class Asked {

    private static final int DEEPEST = 10_000;

    private final Tickets tickets;
    private final Search search;
    private final Staff staff;
    private final Customers customers;
    private final Answers answers;

    Asked(Tickets tickets, Search search, Staff staff, Customers customers, Answers answers) {
        this.tickets = tickets;
        this.search = search;
        this.staff = staff;
        this.customers = customers;
        this.answers = answers;
    }

    Tickets.Filter filter(
            @Nullable String state, @Nullable String priority, @Nullable String team, @Nullable String customer) {
        return new Tickets.Filter(
                state == null ? null : choice(TicketState.class, state, "state"),
                priority == null ? null : choice(Priority.class, priority, "priority"),
                team == null ? null : staff.team(team).map(Team::id).orElseThrow(() -> new TeamUnknown("team")),
                customer == null
                        ? null
                        : customers
                                .byCode(customer)
                                .orElseThrow(() -> new CustomerUnknown("customer"))
                                .id(),
                null,
                false);
    }

    static <E extends Enum<E>> E choice(Class<E> choices, String spelled, String field) {
        return choice(EnumSet.allOf(choices), spelled, field);
    }

    static <E extends Enum<E>> E choice(Set<E> choices, String spelled, String field) {
        return choices.stream()
                .filter(one -> Spelling.of(one).equals(spelled))
                .findFirst()
                .orElseThrow(() -> new Invalid("not-a-choice", field, Map.of("choices", spelled(choices))));
    }

    private static String spelled(Set<? extends Enum<?>> choices) {
        return choices.stream().map(Spelling::of).collect(Collectors.joining(", "));
    }

    Slice<TicketJson> listed(Tickets.Filter filter, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? null : new Tickets.Place(cursor.time(0), cursor.number(1));
        var rows = tickets.list(filter, after, paging.fetch());
        var page = paging.page(rows, ticket -> Cursor.at(ticket.openedAt(), ticket.id()), ticket -> ticket);
        return new Slice<>(answers.json(page.items()), page.next());
    }

    /** A code, a Message-ID or an address is looked up as such; all else is searched for. */
    Slice<TicketJson> found(String q, Tickets.Filter filter, Paging paging) {
        var exact = exact(q, paging.limit());
        if (!exact.isEmpty()) {
            return Slice.whole(
                    answers.json(exact.stream().filter(one -> fits(one, filter)).toList()));
        }
        var reporter = EmailAddress.parse(q).map(EmailAddress::toString).filter(this::hasReported);
        if (reporter.isPresent()) {
            return listed(
                    new Tickets.Filter(
                            filter.state(), filter.priority(), filter.team(), filter.customer(), reporter.get(), false),
                    paging);
        }
        var cursor = paging.cursor();
        var offset = cursor == null ? 0 : cursor.count(0, DEEPEST);
        var found = search.find(new Search.Query(
                q, Set.of("ticket"), filter.customer(), filter.team(), tags(filter), offset, paging.fetch()));
        var ids = found.matches().stream().map(Match::id).toList();
        var known = tickets.tickets(ids);
        var page = ids.stream()
                .limit(paging.limit())
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        var next = ids.size() > paging.limit() && offset + paging.limit() <= DEEPEST
                ? Cursor.at(offset + paging.limit()).toString()
                : null;
        return new Slice<>(
                answers.json(page.stream().filter(one -> fits(one, filter)).toList()), next);
    }

    private List<Ticket> exact(String q, int limit) {
        var byCode = tickets.find(q);
        if (byCode.isPresent()) {
            return List.of(byCode.get());
        }
        return MessageIds.read(q).map(id -> tickets.withMessage(id, limit)).orElse(List.of());
    }

    private boolean hasReported(String address) {
        return !tickets.list(new Tickets.Filter(null, null, null, null, address, false), null, 1)
                .isEmpty();
    }

    private static boolean fits(Ticket ticket, Tickets.Filter filter) {
        return (filter.state() == null || filter.state() == ticket.state())
                && (filter.priority() == null || filter.priority() == ticket.priority())
                && (filter.team() == null || filter.team() == ticket.team())
                && (filter.customer() == null || filter.customer().equals(ticket.customer()));
    }

    private static Set<String> tags(Tickets.Filter filter) {
        return filter.state() == null ? Set.of() : Set.of("state:" + Spelling.of(filter.state()));
    }
}
