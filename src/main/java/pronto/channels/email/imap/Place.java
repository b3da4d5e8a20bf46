package pronto.channels.email.imap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where to go on in a folder; a validity of 0 means it was never looked into. */
record Place(
        long validity,
        long lastUid,
        long oldUntil,
        @Nullable Instant oldSince) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    /** Of what lay there at the first look: what nobody had read; after new numbers, also what came about then. */
    String ofTheOld() {
        return oldSince == null ? "UNSEEN" : "OR UNSEEN SINCE " + DAY.format(oldSince.atOffset(ZoneOffset.UTC));
    }
}
