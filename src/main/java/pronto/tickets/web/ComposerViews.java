package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.work.Drafts;

/** Draws where one writes, with what was written before. */
@Component
class ComposerViews {

    private final Drafts drafts;
    private final Addressees addressees;
    private final Staff staff;

    ComposerViews(Drafts drafts, Addressees addressees, Staff staff) {
        this.drafts = drafts;
        this.addressees = addressees;
        this.staff = staff;
    }

    ComposerView view(Ticket ticket, Technician me) {
        var addressed = addressees.of(ticket);
        return new ComposerView(
                ticket.id(),
                ticket.code(),
                addressed.to(),
                addressed.cc(),
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
                        files(draft.files()),
                        NextUpdates.typed(draft.nextUpdate(), me)))
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
}
