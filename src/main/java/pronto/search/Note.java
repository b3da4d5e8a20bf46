package pronto.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pronto.runtime.ChangeFeed.Place;

/** What an index on disk says of itself: how it was made, of what, and how far it has followed the feed. */
record Note(int version, String kinds, Place place) {

    private static final String VERSION = "version";
    private static final String KINDS = "kinds";
    private static final String PLACE = "place";

    static Note of(Set<String> kinds, Place place) {
        return new Note(Analysis.VERSION, String.join(" ", kinds), place);
    }

    /** Nothing where the index was never complete, or was made otherwise than we would make it. */
    static Optional<Note> read(Map<String, String> kept, Set<String> kinds) {
        var complete = Integer.toString(Analysis.VERSION).equals(kept.get(VERSION))
                && String.join(" ", kinds).equals(kept.get(KINDS))
                && kept.containsKey(PLACE);
        return complete ? Optional.of(Note.of(kinds, Place.parse(kept.getOrDefault(PLACE, "")))) : Optional.empty();
    }

    Map<String, String> write() {
        return Map.of(VERSION, Integer.toString(version), KINDS, kinds, PLACE, place.toString());
    }
}
