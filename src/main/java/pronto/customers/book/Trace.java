package pronto.customers.book;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.runtime.Changes;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** What is left of every change: an entry on the timeline with what it was before, and a line in the feed. */
@Component
class Trace {

    private final Timeline timeline;
    private final Changes changes;

    Trace(Timeline timeline, Changes changes) {
        this.timeline = timeline;
        this.changes = changes;
    }

    void of(String kind, Customer customer, Actor actor, Map<String, ?> fields) {
        write(kind, customer, actor, Map.of("code", customer.code(), "name", customer.name(), "fields", fields));
    }

    void of(String kind, Customer customer, Contact contact, Actor actor, Map<String, ?> fields) {
        write(
                kind,
                customer,
                actor,
                Map.of(
                        "code",
                        customer.code(),
                        "contact",
                        contact.name(),
                        "contactId",
                        contact.id(),
                        "fields",
                        fields));
    }

    void gone(Customer customer, String reason, Actor actor, Map<String, ?> fields) {
        write(
                "customers.removed",
                customer,
                actor,
                Map.of(
                        "code",
                        customer.code(),
                        "name",
                        customer.name(),
                        "reason",
                        reason.isBlank() ? "none" : reason.strip(),
                        "fields",
                        fields));
    }

    private void write(String kind, Customer customer, Actor actor, Map<String, ?> data) {
        timeline.add(kind, actor, new Subject("customer", customer.id()), customer.id(), data);
        changes.record("customer", Long.toString(customer.id()));
    }

    /** The fields that differ: of each, what it was and what it is. */
    static Map<String, List<@Nullable Object>> difference(Customer before, Customer after) {
        return differing(fields(before), fields(after));
    }

    static Map<String, List<@Nullable Object>> difference(Contact before, Contact after) {
        return differing(fields(before), fields(after));
    }

    private static Map<String, @Nullable Object> fields(Customer customer) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", customer.name());
        fields.put("plan", customer.plan());
        fields.put("language", customer.language());
        fields.put("timeZone", customer.timeZone());
        fields.put("domains", customer.domains());
        fields.put("externalId", customer.externalId());
        fields.put(
                "platforms",
                customer.platforms().stream().map(Customer.Platform::name).toList());
        fields.put(
                "runsOn",
                customer.platforms().stream()
                        .filter(platform -> !platform.runsOn().isEmpty())
                        .map(platform -> platform.name() + ": " + String.join(", ", platform.runsOn()))
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Contact contact) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", contact.name());
        fields.put("emails", contact.emails());
        fields.put("phones", contact.phones());
        fields.put("language", contact.language());
        fields.put("role", contact.role());
        fields.put("externalId", contact.externalId());
        return fields;
    }

    private static Map<String, List<@Nullable Object>> differing(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        var differing = new LinkedHashMap<String, List<@Nullable Object>>();
        after.forEach((field, value) -> {
            if (!Objects.equals(value, before.get(field))) {
                differing.put(field, Arrays.asList(before.get(field), value));
            }
        });
        return differing;
    }
}
