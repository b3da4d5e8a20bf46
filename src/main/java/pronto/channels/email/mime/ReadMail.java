package pronto.channels.email.mime;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;
import pronto.channels.Undelivered;

/**
 * A mail taken apart. {@code types} are the kinds of all its parts, {@code reported} the Message-IDs of mails it encloses
 * in order to report about them, {@code undelivered} the addresses they did not reach; {@code unreadable} says what kept us from reading the rest.
 */
public record ReadMail(
        Header header,
        @Nullable String plain,
        @Nullable String html,
        List<Attachment> attachments,
        Set<String> types,
        String reportType,
        List<String> reported,
        List<Undelivered> undelivered,
        @Nullable String unreadable) {}
