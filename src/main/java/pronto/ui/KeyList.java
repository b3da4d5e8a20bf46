package pronto.ui;

import java.util.ArrayList;
import java.util.List;

/** Keys that work somewhere, for the list of all keys: a module contributes those of its screens. */
public record KeyList(int order, String title, List<Key> keys) {

    /** What it does, by its word, and the key as it is printed. */
    public record Key(String word, String name) {}

    /** Pairs of a word and its key. */
    public static KeyList of(int order, String title, String... pairs) {
        var keys = new ArrayList<Key>();
        for (var at = 0; at < pairs.length; at += 2) {
            keys.add(new Key(pairs[at], pairs[at + 1]));
        }
        return new KeyList(order, title, List.copyOf(keys));
    }
}
