package pronto.customers;

import java.util.Map;
import pronto.ui.Refusal;

/** What can belong to one alone belongs to another already; it names whom. */
public final class AlreadyTaken extends Refusal {

    private final String name;

    private AlreadyTaken(String name, String field, String value, String owner) {
        super(Kind.CONFLICT, field, Map.of("value", value, "owner", owner));
        this.name = name;
    }

    public static AlreadyTaken code(String code, String owner) {
        return new AlreadyTaken("code-taken", "code", code, owner);
    }

    public static AlreadyTaken externalId(String id, String owner) {
        return new AlreadyTaken("external-id-taken", "externalId", id, owner);
    }

    public static AlreadyTaken domain(String domain, String owner) {
        return new AlreadyTaken("domain-taken", "domains", domain, owner);
    }

    /** A platform by its name; {@code owner} is the external id of the one that has it. */
    public static AlreadyTaken platform(String name, String owner) {
        return new AlreadyTaken("platform-taken", "name", name, owner);
    }

    public static AlreadyTaken email(String email, String owner) {
        return new AlreadyTaken("email-taken", "emails", email, owner);
    }

    @Override
    public String name() {
        return name;
    }
}
