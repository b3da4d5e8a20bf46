package pronto.ui;

import java.util.List;

/**
 * What a screen, or a part of one, shows: a record with a template of the same name beside it.
 * A controller returns it; the {@link ViewRenderer} draws it in the reader's language.
 */
public interface View {

    /** Several parts in one answer: the first goes where the request aims, the others say where they belong. */
    static View all(View... parts) {
        return new Several(List.of(parts));
    }

    /** Nothing to draw: the screen follows by itself. */
    static View none() {
        return new Several(List.of());
    }

    record Several(List<View> parts) implements View {}
}
