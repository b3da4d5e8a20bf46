package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Participant;
import pronto.tickets.Ticket;
import pronto.tickets.work.Drafts;
import pronto.tickets.work.ReturnAddress;

/** Draws where one writes, with what was written before. */
@Component
class ComposerViews {

    private final Drafts drafts;
    private final Conversation conversation;
    private final ReturnAddress returnAddress;
    private final Staff staff;

    ComposerViews(Drafts drafts, Conversation conversation, ReturnAddress returnAddress, Staff staff) {
        this.drafts = drafts;
        this.conversation = conversation;
        this.returnAddress = returnAddress;
        this.staff = staff;
    }

    ComposerView view(Ticket ticket, Technician me) {
        var people = conversation.participants(ticket.id());
        var to = returnAddress.of(ticket);
        return new ComposerView(
                ticket.id(),
                ticket.code(),
                addresses(to),
                addresses(people.stream()
                        .filter(person -> person.role() != Participant.Role.REPORTER)
                        .map(Participant::mailbox)
                        .filter(person ->
                                to.stream().noneMatch(one -> one.address().equals(person.address())))
                        .toList()),
                draft(ticket, me, Message.Kind.MESSAGE),
                draft(ticket, me, Message.Kind.NOTE),
                staff.technicians().stream()
                        .filter(one -> one.id() != me.id())
                        .map(one -> new ComposerView.Colleague(one.id(), one.name()))
                        .toList());
    }

    List<ComposerView.DraftFile> files(Ticket ticket, Technician me, Message.Kind kind) {
        return draft(ticket, me, kind).files();
    }

    private ComposerView.Draft draft(Ticket ticket, Technician me, Message.Kind kind) {
        return drafts.find(ticket.id(), me.id(), kind)
                .map(draft -> new ComposerView.Draft(
                        Pictures.shown(draft.html(), "/tickets/" + ticket.code() + "/draft/" + Spelling.of(kind)),
                        draft.savedAt(),
                        files(draft.files())))
                .orElse(ComposerView.Draft.NONE);
    }

    /** Pictures in the text are seen there; each file keeps the position by which it is taken off. */
    static List<ComposerView.DraftFile> files(List<Message.File> files) {
        var drawn = new ArrayList<ComposerView.DraftFile>();
        for (var at = 0; at < files.size(); at++) {
            var file = files.get(at);
            if (!file.inline()) {
                drawn.add(new ComposerView.DraftFile(at, file.name(), file.size(), SaidViews.icon(file.contentType())));
            }
        }
        return drawn;
    }

    private static String addresses(List<Mailbox> people) {
        return people.stream().map(Mailbox::address).collect(Collectors.joining(", "));
    }
}
