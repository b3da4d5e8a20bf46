package pronto.channels.email.tnef;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.IncomingMail.Attachment;

/** What was in it; {@code whole} is false where it broke off or was more than we unpack. */
public record Unpacked(
        List<Attachment> attachments,
        @Nullable String plain,
        @Nullable String html,
        boolean whole) {}
