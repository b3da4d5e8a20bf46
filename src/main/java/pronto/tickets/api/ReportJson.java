package pronto.tickets.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a program brings it. */
record ReportJson(
        @Nullable String subject,
        @Nullable String body,
        @Nullable FromJson from,
        @Nullable String channel,
        @Nullable List<FilesSent.FileJson> attachments) {

    /** Who reported, by one of these. */
    record FromJson(
            @Nullable String email,
            @Nullable String customerCode,
            @Nullable String contactId,
            @Nullable String phone,
            @Nullable String name) {}
}
