package pronto.tickets.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.tickets.Conversation;
import pronto.tickets.Participant;
import pronto.tickets.Ticket;
import pronto.tickets.work.ReturnAddress;

/** Whom an answer on a ticket goes to, unless its writer says otherwise. */
@Component
class Addressees {

    record Addressed(String to, String cc) {}

    private final Conversation conversation;
    private final ReturnAddress returnAddress;

    Addressees(Conversation conversation, ReturnAddress returnAddress) {
        this.conversation = conversation;
        this.returnAddress = returnAddress;
    }

    Addressed of(Ticket ticket) {
        var to = returnAddress.of(ticket);
        return new Addressed(
                addresses(to),
                addresses(conversation.participants(ticket.id()).stream()
                        .filter(person -> person.role() != Participant.Role.REPORTER)
                        .map(Participant::mailbox)
                        .filter(person ->
                                to.stream().noneMatch(one -> one.address().equals(person.address())))
                        .toList()));
    }

    private static String addresses(List<Mailbox> people) {
        return people.stream().map(Mailbox::address).collect(Collectors.joining(", "));
    }
}
