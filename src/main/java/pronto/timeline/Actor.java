package pronto.timeline;

import org.jspecify.annotations.Nullable;

/** Who did it: a technician, a contact, a program with a token, or Pronto by itself. */
public record Actor(Kind kind, @Nullable Long id, String name) {

    public enum Kind {
        TECHNICIAN,
        CONTACT,
        TOKEN,
        PRONTO
    }

    public static final Actor PRONTO = new Actor(Kind.PRONTO, null, "Pronto");

    public static Actor technician(long id, String name) {
        return new Actor(Kind.TECHNICIAN, id, name);
    }

    public static Actor contact(@Nullable Long id, String name) {
        return new Actor(Kind.CONTACT, id, name);
    }

    public static Actor token(long id, String name) {
        return new Actor(Kind.TOKEN, id, name);
    }
}
