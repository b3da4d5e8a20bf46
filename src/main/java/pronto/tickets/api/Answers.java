package pronto.tickets.api;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.tickets.Acts;
import pronto.tickets.Conversation;
import pronto.tickets.Link;
import pronto.tickets.Participant;
import pronto.tickets.Screened;
import pronto.tickets.Screenings;
import pronto.tickets.Ticket;
import pronto.tickets.clocks.TicketClocks;
import pronto.ui.Reader;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.api.Version;

/** Tickets with the names of what they point at: a page of them takes as many questions as one. */
@Component("ticketAnswers")
class Answers {

    private final Customers customers;
    private final Staff staff;
    private final Conversation conversation;
    private final Acts acts;
    private final TicketClocks clocks;
    private final Screenings screenings;
    private final Texts texts;

    Answers(
            Customers customers,
            Staff staff,
            Conversation conversation,
            Acts acts,
            TicketClocks clocks,
            Screenings screenings,
            Texts texts) {
        this.customers = customers;
        this.staff = staff;
        this.conversation = conversation;
        this.acts = acts;
        this.clocks = clocks;
        this.screenings = screenings;
        this.texts = texts;
    }

    ResponseEntity<TicketJson> shown(Ticket ticket) {
        return ResponseEntity.ok().eTag(Version.of(ticket.version()).tag()).body(json(ticket));
    }

    /** What was created is told with the ticket as it is now. */
    ResponseEntity<TicketJson> created(Ticket ticket) {
        return created(ticket, URI.create("/api/v1/tickets/" + ticket.code()));
    }

    ResponseEntity<TicketJson> created(Ticket ticket, URI place) {
        return ResponseEntity.created(place)
                .eTag(Version.of(ticket.version()).tag())
                .body(json(ticket));
    }

    TicketJson json(Ticket ticket) {
        return json(List.of(ticket)).getFirst();
    }

    List<TicketJson> json(Collection<Ticket> tickets) {
        var known =
                customers.customers(ids(tickets.stream().map(Ticket::customer).toList()));
        var people =
                staff.technicians(ids(tickets.stream().map(Ticket::technician).toList()));
        var teams = new HashMap<Long, String>();
        staff.teams().forEach(team -> teams.put(team.id(), team.name()));
        var participants =
                conversation.participants(tickets.stream().map(Ticket::id).toList());
        var links = acts.links(tickets.stream().map(Ticket::id).toList());
        var promised = clocks.of(tickets.stream().map(Ticket::id).toList());
        var screened = screenings.of(tickets.stream().map(Ticket::id).toList());
        var text = texts.in(Reader.languageOf(LocaleContextHolder.getLocale()), ZoneOffset.UTC);
        return tickets.stream()
                .map(ticket -> json(
                        ticket,
                        promised.getOrDefault(ticket.id(), List.of()).stream()
                                .map(clock -> ClockJson.of(clock, text))
                                .toList(),
                        why(screened.get(ticket.id()), text),
                        known,
                        participants.getOrDefault(ticket.id(), List.of()),
                        links.getOrDefault(ticket.id(), List.of()),
                        people,
                        teams))
                .toList();
    }

    private static @Nullable PriorityReasonJson why(@Nullable Screened screened, Text text) {
        return screened == null ? null : PriorityReasonJson.of(screened, text);
    }

    private static List<Long> ids(List<? extends @Nullable Long> some) {
        return some.stream()
                .filter(Objects::nonNull)
                .map(Long.class::cast)
                .distinct()
                .toList();
    }

    private TicketJson json(
            Ticket ticket,
            List<ClockJson> clocks,
            @Nullable PriorityReasonJson why,
            Map<Long, Customer> known,
            List<Participant> participants,
            List<Link> links,
            Map<Long, Technician> people,
            Map<Long, String> teams) {
        return TicketJson.of(
                ticket,
                ticket.customer() == null ? null : known.get(ticket.customer()),
                participants,
                links,
                clocks,
                why,
                teams.computeIfAbsent(
                        ticket.team(), id -> staff.team(id).map(Team::name).orElse("")),
                ticket.technician() == null ? null : people.get(ticket.technician()));
    }
}
