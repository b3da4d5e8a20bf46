package pronto.tickets.work;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.staff.Staff;
import pronto.tickets.Body;
import pronto.tickets.Channel;
import pronto.tickets.Conversation;
import pronto.tickets.EmptyMessage;
import pronto.tickets.Message;
import pronto.timeline.Actor;

/** Notes among ourselves: no customer ever sees one. */
@Component
class Notes {

    private final Holding holding;
    private final Messages messages;
    private final Conversation conversation;
    private final Mentions mentions;
    private final Drafts drafts;
    private final Staff staff;
    private final Trace trace;

    Notes(
            Holding holding,
            Messages messages,
            Conversation conversation,
            Mentions mentions,
            Drafts drafts,
            Staff staff,
            Trace trace) {
        this.holding = holding;
        this.messages = messages;
        this.conversation = conversation;
        this.mentions = mentions;
        this.drafts = drafts;
        this.staff = staff;
        this.trace = trace;
    }

    Message note(long id, Body body, List<Message.File> files, Actor by) {
        holding.ticket(id);
        var words = Wording.of(body, files);
        if (words.empty() && files.isEmpty()) {
            throw new EmptyMessage("text");
        }
        var writer = by.kind() == Actor.Kind.TECHNICIAN ? by.id() : null;
        var message = messages.written(
                id,
                new Messages.Written(
                        Message.Kind.NOTE, Channel.API, writer, null, List.of(), List.of(), "", words, files, null));
        mentions.add(message, id, staff.technicians(words.mentions()).keySet());
        if (writer != null) {
            drafts.discard(id, writer, Message.Kind.NOTE);
        }
        trace.leave("noted", holding.touch(id), by, Map.of("message", Long.toString(message)));
        return conversation.message(id, message).orElseThrow();
    }
}
