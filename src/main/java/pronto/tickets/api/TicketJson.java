package pronto.tickets.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;
import pronto.customers.Customer;
import pronto.customers.Recognition;
import pronto.runtime.Spelling;
import pronto.sla.Priority;
import pronto.staff.Technician;
import pronto.tickets.Channel;
import pronto.tickets.Link;
import pronto.tickets.Participant;
import pronto.tickets.Resolution;
import pronto.tickets.Satisfaction;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.ui.api.OneOf;

/** A ticket as programs see it. */
record TicketJson(
        String code,
        String subject,
        @OneOf(TicketState.class) String state,
        @OneOf(Priority.class) @Nullable String priority,
        @Nullable PriorityReasonJson priorityReason,
        @OneOf(Channel.class) String channel,
        Instant openedAt,
        @Nullable CustomerJson customer,
        ReporterJson reporter,
        RecognitionJson recognition,
        List<ParticipantJson> participants,
        String team,
        @Nullable TechnicianJson technician,
        List<ClockJson> clocks,
        List<LinkJson> links,
        @Nullable ResolutionJson resolution,
        @OneOf(Satisfaction.class) @Nullable String satisfaction,
        @OneOf(names = {"en", "it"}) String language,
        boolean spam,
        Instant updatedAt) {

    record LinkJson(@OneOf(Link.Kind.class) String kind, String code) {}

    record CustomerJson(String code, String name) {}

    record ReporterJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record RecognitionJson(
            @OneOf(Recognition.How.class) String how,
            @OneOf(Trust.class) String trust) {}

    record ParticipantJson(
            @Nullable String name,
            String email,
            @OneOf(Participant.Role.class) String role) {}

    record TechnicianJson(String id, String name, String email) {}

    record ResolutionJson(
            @OneOf(Resolution.Kind.class) String kind,
            String text,
            @Nullable String evidence,
            @Nullable Instant at) {}

    static TicketJson of(
            Ticket ticket,
            @Nullable Customer customer,
            List<Participant> participants,
            List<Link> links,
            List<ClockJson> clocks,
            @Nullable PriorityReasonJson why,
            String team,
            @Nullable Technician technician) {
        return new TicketJson(
                ticket.code(),
                ticket.subject(),
                Spelling.of(ticket.state()),
                ticket.priority() == null ? null : ticket.priority().name(),
                why,
                Spelling.of(ticket.channel()),
                ticket.openedAt(),
                customer == null ? null : new CustomerJson(customer.code(), customer.name()),
                new ReporterJson(
                        ticket.reporter().name(),
                        ticket.reporter().email(),
                        ticket.reporter().phone()),
                new RecognitionJson(
                        Spelling.of(ticket.recognised().how()),
                        Spelling.of(ticket.recognised().trust())),
                participants.stream()
                        .map(one -> new ParticipantJson(one.name(), one.address(), Spelling.of(one.role())))
                        .toList(),
                team,
                technician == null
                        ? null
                        : new TechnicianJson(Long.toString(technician.id()), technician.name(), technician.email()),
                clocks,
                links.stream()
                        .map(link -> new LinkJson(Spelling.of(link.kind()), link.code()))
                        .toList(),
                resolution(ticket.resolution(), ticket.resolvedAt()),
                ticket.satisfaction() == null ? null : Spelling.of(ticket.satisfaction()),
                ticket.language(),
                ticket.spam(),
                ticket.updatedAt());
    }

    private static @Nullable ResolutionJson resolution(@Nullable Resolution resolution, @Nullable Instant at) {
        return resolution == null
                ? null
                : new ResolutionJson(Spelling.of(resolution.kind()), resolution.text(), resolution.evidence(), at);
    }
}
