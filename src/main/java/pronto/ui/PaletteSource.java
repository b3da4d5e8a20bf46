package pronto.ui;

import java.util.List;

/** A module that has something to jump to implements this; it is asked at each letter, so it must be quick. */
public interface PaletteSource {

    /** {@code note} stands beside the label in grey: a customer, a state. */
    record Item(String icon, String label, String note, String path) {}

    /** The word above its items. */
    String title();

    /** Where its items stand among those of others. */
    int order();

    List<Item> find(String words, Reader reader);
}
