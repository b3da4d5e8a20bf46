package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Contact;
import pronto.sla.Priority;
import pronto.tickets.Opinion;
import pronto.tickets.Screened;
import pronto.ui.View;

/** Who a ticket is about: what explains it, and never the only copy of an action. */
public record SideView(
        long ticket,
        String code,
        @Nullable CustomerCard customer,
        Reporter reporter,
        String how,
        String trust,
        List<Person> people,
        List<Waiting> waiting,
        List<Other> others,
        List<ClockCard> clocks,
        @Nullable Screened screened,
        List<Suggestion> suggestions,
        String language,
        String channel,
        @Nullable String supportAddress,
        @Nullable Resolved resolved,
        @Nullable Asked asked,
        @Nullable Opinion opinion,
        String answersTo,
        String answersCc)
        implements View {

    /** What the customer was asked for last, and what came of it. */
    public record Asked(
            List<Thing> things,
            String by,
            Instant at,
            boolean endsNext,
            @Nullable Instant nextAt,
            @Nullable Instant answeredAt) {}

    public record Thing(String word, boolean done) {}

    /** How it was resolved; {@code path} leads to what shows it. */
    public record Resolved(
            String kind,
            @Nullable String evidence,
            @Nullable String path) {}

    /** Whether they use the address of one of us, without proof: they are nobody's customer. */
    public boolean posing() {
        return trust.equals("POSING");
    }

    public record CustomerCard(
            String code,
            String name,
            @Nullable String plan,
            @Nullable String language,
            @Nullable String timeZone,
            List<String> platforms,
            String path) {}

    public record Reporter(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role) {

        public @Nullable String number() {
            return phone == null ? null : Contact.readable(phone);
        }
    }

    /** A participant; {@code remove} is null for the reporter, who stays. */
    public record Person(
            String name,
            String address,
            String role,
            @Nullable String remove) {

        /** Whether a name is known: without one the address stands alone. */
        public boolean named() {
            return !name.equals(address);
        }
    }

    /** Somebody in copy who does not take part yet. */
    public record Waiting(String name, String address, String refuse) {

        public boolean named() {
            return !name.equals(address);
        }
    }

    /** Another ticket of the same customer, or of the same unknown person. */
    public record Other(
            String code,
            String path,
            String subject,
            @Nullable Priority priority,
            String state,
            Instant openedAt) {}

    /** A customer this sender may belong to; {@code told} is the word that says by what they named it themselves. */
    public record Suggestion(
            String code, String name, String why, @Nullable String told) {}
}
