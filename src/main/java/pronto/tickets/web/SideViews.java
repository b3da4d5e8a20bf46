package pronto.tickets.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.knowledge.Article;
import pronto.knowledge.Articles;
import pronto.runtime.Spelling;
import pronto.tickets.Asking;
import pronto.tickets.Askings;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Opinions;
import pronto.tickets.Participant;
import pronto.tickets.Resolution;
import pronto.tickets.Screenings;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.tickets.clocks.TicketClocks;
import pronto.tickets.work.Colleagues;

/** Draws who a ticket is about. */
@Component
class SideViews {

    private static final int OTHERS = 6;
    private static final int LAST = 5;
    private static final int NAMED = 3;
    private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s]+");

    private final Customers customers;
    private final Conversation conversation;
    private final Tickets tickets;
    private final Colleagues colleagues;
    private final TicketClocks clocks;
    private final InstantSource time;
    private final Articles articles;
    private final Askings askings;
    private final Opinions opinions;
    private final Addressees addressees;
    private final Screenings screenings;

    SideViews(
            Customers customers,
            Conversation conversation,
            Tickets tickets,
            Colleagues colleagues,
            TicketClocks clocks,
            InstantSource time,
            Articles articles,
            Askings askings,
            Opinions opinions,
            Addressees addressees,
            Screenings screenings) {
        this.customers = customers;
        this.conversation = conversation;
        this.tickets = tickets;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.time = time;
        this.articles = articles;
        this.askings = askings;
        this.opinions = opinions;
        this.addressees = addressees;
        this.screenings = screenings;
    }

    SideView view(Ticket ticket) {
        var customer = ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).orElse(null);
        var contact = ticket.contact() == null
                ? null
                : customers.contact(ticket.contact()).orElse(null);
        var posing =
                colleagues.posing(ticket.reporter().email(), ticket.recognised().trust());
        var addressed = addressees.of(ticket);
        return new SideView(
                ticket.id(),
                ticket.code(),
                card(customer),
                posing ? poser(ticket) : reporter(ticket, contact),
                ticket.recognised().how().name(),
                posing ? "POSING" : ticket.recognised().trust().name(),
                people(ticket),
                waiting(ticket),
                others(ticket),
                clocks(ticket),
                screenings.of(ticket.id()).orElse(null),
                customer == null && !posing ? guesses(ticket) : List.of(),
                ticket.language(),
                Spelling.of(ticket.channel()),
                ticket.supportAddress(),
                resolved(ticket),
                askings.last(ticket.id()).map(asking -> asked(ticket, asking)).orElse(null),
                opinions.of(ticket.id()).orElse(null),
                addressed.to(),
                addressed.cc());
    }

    private SideView.Asked asked(Ticket ticket, Asking asking) {
        return new SideView.Asked(
                asking.items().stream()
                        .map(item -> new SideView.Thing("tickets.diagnostic." + Spelling.of(item.what()), item.done()))
                        .toList(),
                asking.askedBy(),
                asking.askedAt(),
                asking.nextAt() != null && askings.endsNext(ticket, asking),
                asking.nextAt(),
                asking.answeredAt());
    }

    private SideView.@Nullable Resolved resolved(Ticket ticket) {
        var resolution = ticket.resolution();
        if (resolution == null) {
            return null;
        }
        var kind = "tickets.kind." + resolution.kind().name();
        var evidence = resolution.evidence();
        if (evidence == null) {
            return new SideView.Resolved(kind, null, null);
        }
        var guideline =
                resolution instanceof Resolution.Guideline ? articles.named(evidence) : Optional.<Article>empty();
        if (guideline.isPresent()) {
            return new SideView.Resolved(kind, guideline.get().title(ticket.language()), evidence);
        }
        return new SideView.Resolved(kind, evidence, LINK.matcher(evidence).matches() ? evidence : null);
    }

    /** Customers whose code or name starts like this. */
    List<SideView.Suggestion> startingWith(String typed) {
        return typed.isBlank()
                ? List.of()
                : suggestions(customers.startingWith(typed.strip(), 6), null).toList();
    }

    /** Whose this ticket may be, but for whose it is. */
    List<SideView.Suggestion> suggestions(Ticket ticket) {
        var own = ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).map(Customer::code).orElse(null);
        return guesses(ticket).stream().filter(one -> !one.code().equals(own)).toList();
    }

    /** Whose code or platform they wrote, and then what the sender's own domain makes one think of. */
    private List<SideView.Suggestion> guesses(Ticket ticket) {
        var said = said(ticket);
        var seen = new HashSet<String>();
        return Stream.of(
                        suggestions(customers.namedIn(said, NAMED), "tickets.tie.told"),
                        suggestions(customers.withPlatformIn(said, NAMED), "tickets.tie.platform"),
                        byDomain(ticket))
                .flatMap(Function.identity())
                .filter(one -> seen.add(one.code()))
                .toList();
    }

    private String said(Ticket ticket) {
        return conversation.of(ticket.id(), null, LAST).stream()
                .filter(message -> message.direction() == Message.Direction.IN)
                .map(Message::text)
                .collect(Collectors.joining(" ", ticket.subject() + " ", ""));
    }

    private Stream<SideView.Suggestion> byDomain(Ticket ticket) {
        var email = ticket.reporter().email();
        if (email == null) {
            return Stream.empty();
        }
        var domain = email.substring(email.indexOf('@') + 1);
        var label = domain.contains(".") ? domain.substring(0, domain.indexOf('.')) : domain;
        return suggestions(customers.startingWith(label, 3), null);
    }

    private static Stream<SideView.Suggestion> suggestions(List<Customer> found, @Nullable String told) {
        return found.stream()
                .map(one -> new SideView.Suggestion(one.code(), one.name(), String.join(", ", one.domains()), told));
    }

    private static SideView.@Nullable CustomerCard card(@Nullable Customer customer) {
        return customer == null
                ? null
                : new SideView.CustomerCard(
                        customer.code(),
                        customer.name(),
                        customer.plan(),
                        customer.language(),
                        customer.timeZone(),
                        customer.platforms().stream()
                                .map(Customer.Platform::name)
                                .toList(),
                        "/customers/" + QueueViews.encoded(customer.code()));
    }

    private static SideView.Reporter poser(Ticket ticket) {
        var address = Objects.requireNonNull(ticket.reporter().email());
        return new SideView.Reporter(address, address, null, null);
    }

    private static SideView.Reporter reporter(Ticket ticket, @Nullable Contact contact) {
        var reporter = ticket.reporter();
        return new SideView.Reporter(
                contact == null ? reporter.display() : contact.name(),
                reporter.email(),
                reporter.phone() != null || contact == null || contact.phones().isEmpty()
                        ? reporter.phone()
                        : contact.phones().getFirst(),
                contact == null ? null : contact.role());
    }

    private List<SideView.Person> people(Ticket ticket) {
        return conversation.participants(ticket.id()).stream()
                .map(person -> new SideView.Person(
                        name(person.name(), person.address()),
                        person.address(),
                        person.role().name(),
                        person.role() == Participant.Role.REPORTER
                                ? null
                                : "/tickets/" + ticket.code() + "/participants?address="
                                        + QueueViews.encoded(person.address())))
                .toList();
    }

    /** As they call themselves, or as we know them. */
    private String name(@Nullable String given, String address) {
        return given == null || given.isBlank()
                ? customers.contactByAddress(address).map(Contact::name).orElse(address)
                : given;
    }

    private List<SideView.Waiting> waiting(Ticket ticket) {
        return conversation.waiting(ticket.id()).stream()
                .map(person -> new SideView.Waiting(
                        name(person.name(), person.address()),
                        person.address(),
                        "/tickets/" + ticket.code() + "/waiting-people?address="
                                + QueueViews.encoded(person.address())))
                .toList();
    }

    private List<ClockCard> clocks(Ticket ticket) {
        var now = time.instant();
        return clocks.of(ticket.id()).stream()
                .map(clock -> ClockCard.of(clock, now))
                .toList();
    }

    private List<SideView.Other> others(Ticket ticket) {
        var filter = ticket.customer() != null
                ? Tickets.Filter.ofCustomer(ticket.customer())
                : new Tickets.Filter(null, null, null, null, ticket.reporter().email(), false);
        if (filter.customer() == null && filter.reporter() == null) {
            return List.of();
        }
        var others = new ArrayList<SideView.Other>();
        for (var other : tickets.list(filter, null, 20)) {
            if (other.id() != ticket.id() && other.state().open() && others.size() < OTHERS) {
                others.add(new SideView.Other(
                        other.code(),
                        Lane.ALL.path(other.code()),
                        other.subject(),
                        other.priority(),
                        other.state().name(),
                        other.openedAt()));
            }
        }
        return others;
    }
}
