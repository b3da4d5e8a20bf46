package pronto.staff;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;
import pronto.ui.NotAllowed;
import pronto.ui.Refusal;
import pronto.ui.Right;

/**
 * Who is asking: a technician who signed in, or a program with a token, which may act for a technician or for nobody.
 * An argument of a controller; one that takes a {@link Technician} gets {@link #person()}, one that takes an
 * {@link Actor} gets {@link #actor()}.
 */
public record Me(Actor actor, @Nullable Technician technician, Set<Right> rights) {

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public void need(Right right) {
        if (!may(right)) {
            throw new NotAllowed();
        }
    }

    /** The technician, where one is needed: a token made on the command line has none. */
    public Technician person() {
        if (technician == null) {
            throw new NoPerson();
        }
        return technician;
    }

    /** One name for each asker, never shared: {@code technician:4}, {@code token:7}. */
    public String key() {
        return actor.kind().name().toLowerCase(Locale.ROOT) + ":" + actor.id();
    }

    /** The token acts for nobody, so it must name the person. */
    static final class NoPerson extends Refusal {

        NoPerson() {
            super(Kind.INVALID, "technician", Map.of());
        }

        @Override
        public String name() {
            return "no-person";
        }
    }
}
