package pronto.sla.web;

import org.jspecify.annotations.Nullable;
import pronto.sla.Prioritised;
import pronto.ui.View;

/** What a table would do to what is open; {@code apply} is where it is made to hold, null where nothing would change. */
public record PriorityPreview(
        Prioritised.Effect effect,
        boolean changed,
        @Nullable String apply,
        boolean mayChange) implements View {

    public boolean moves() {
        return effect.up() + effect.down() > 0;
    }

    public int more() {
        return effect.up() + effect.down() - effect.moves().size();
    }
}
