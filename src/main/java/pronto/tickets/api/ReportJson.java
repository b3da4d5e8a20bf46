package pronto.tickets.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.tickets.Channel;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;

/** A report as a program brings it. */
record ReportJson(
        @Needed @Nullable String subject,
        @Needed @Nullable String body,
        @Needed @Nullable FromJson from,
        @OneOf(Channel.class) @Nullable String channel,
        @Nullable List<FilesSent.FileJson> attachments) {

    /** Who reported, by one of these. */
    record FromJson(
            @Nullable String email,
            @Nullable String customerCode,
            @Nullable String contactId,
            @Nullable String phone,
            @Nullable String name) {}
}
