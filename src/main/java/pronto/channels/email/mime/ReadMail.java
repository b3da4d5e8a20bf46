package pronto.channels.email.mime;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;

/**
 * A mail taken apart. {@code types} are the kinds of all its parts, {@code reported} the Message-IDs of mails it encloses
 * in order to report about them; {@code unreadable} says what kept us from reading the rest.
 */
public record ReadMail(
        Header header,
        @Nullable String plain,
        @Nullable String html,
        List<Attachment> attachments,
        Set<String> types,
        String reportType,
        List<String> reported,
        @Nullable String unreadable) {}
