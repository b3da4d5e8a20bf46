package pronto.channels.email.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beginning of a part that speaks about another mail: a report's fields, that mail's header, an appointment. */
public record Enclosure(String type, String text) {

    /** The fields of an enclosed mail. */
    public static boolean isMail(String type) {
        return List.of("message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-header")
                        .contains(type)
                || isHeaders(type);
    }

    private static boolean isHeaders(String type) {
        return type.equals("text/rfc822-headers") || type.equals("message/global-headers");
    }

    public static boolean isStatus(String type) {
        return type.equals("message/delivery-status") || type.equals("message/global-delivery-status");
    }

    static boolean speaksOfMail(String type) {
        return isMail(type)
                || isStatus(type)
                || type.equals("message/disposition-notification")
                || type.equals("message/feedback-report");
    }

    /** The mail it names as the one it is about. */
    public @Nullable String messageId() {
        var ids = Enclosed.messageIds(text);
        return ids.isEmpty() ? null : ids.getFirst();
    }
}
