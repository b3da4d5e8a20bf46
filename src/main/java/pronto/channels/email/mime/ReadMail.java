package pronto.channels.email.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;

/**
 * A mail taken apart. {@code types} are the kinds of all its parts, {@code enclosures} the beginnings of those that
 * speak of another mail, {@code forwarded} what passed-on mails say; {@code unreadable} says what kept us from reading the rest.
 */
public record ReadMail(
        Header header,
        @Nullable String plain,
        @Nullable String html,
        List<Attachment> attachments,
        Set<String> types,
        String reportType,
        List<Enclosure> enclosures,
        List<Appointment> appointments,
        List<String> forwarded,
        @Nullable String unreadable) {

    /** Somebody takes part in an appointment or does not: a press of a button, unless words stand beside it. */
    public boolean answersInvitation() {
        var method = header.readable("content-type").toLowerCase(Locale.ROOT).contains("method=reply");
        return appointments.stream().anyMatch(Appointment::isAnswer) || method;
    }
}
