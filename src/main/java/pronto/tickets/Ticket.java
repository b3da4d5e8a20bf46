package pronto.tickets;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.channels.Trust;
import pronto.customers.Recognition;
import pronto.sla.Priority;

/** The case of one report. {@code version} grows with every change that can be seen. */
public record Ticket(
        long id,
        String code,
        String subject,
        TicketState state,
        @Nullable Priority priority,
        Channel channel,
        Instant openedAt,
        @Nullable Long customer,
        @Nullable Long contact,
        Reporter reporter,
        Recognised recognised,
        String language,
        @Nullable String supportAddress,
        long team,
        @Nullable Long technician,
        @Nullable Instant pickedUpAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Resolution resolution,
        @Nullable Long claims,
        @Nullable Long continues,
        @Nullable Long mergedInto,
        @Nullable Instant spamAt,
        Instant lastMessageAt,
        boolean lastFromCustomer,
        int messageCount,
        @Nullable Undelivered undelivered,
        @Nullable Satisfaction satisfaction,
        long version,
        Instant updatedAt) {

    /** A closed ticket opens again by a message within this time. */
    public static final Duration REOPENS_WITHIN = Duration.ofDays(30);

    /** What we last wrote and what did not arrive, until somebody has seen to it. */
    public enum Undelivered {
        /** Somebody still tries. */
        LATE,
        LOST
    }

    /** The person who reported, as they gave themselves. */
    public record Reporter(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        /** What to call them: their name, else where they can be reached. */
        public String display() {
            if (name != null && !name.isBlank()) {
                return name;
            }
            return email != null ? email : phone != null ? phone : "";
        }
    }

    /** How the reporter was recognised, and how far that is to be believed. */
    public record Recognised(Recognition.How how, Trust trust) {}

    /** Long closed: what the customer writes now is another matter. */
    public boolean over(Instant now) {
        return closedAt != null && now.isAfter(closedAt.plus(REOPENS_WITHIN));
    }

    /** What was said on it lies on another, and so does what is done with it. */
    public boolean merged() {
        return mergedInto != null;
    }

    public boolean spam() {
        return spamAt != null;
    }

    /** Nobody knows yet whose person this is. */
    public boolean unknown() {
        return customer == null;
    }
}
