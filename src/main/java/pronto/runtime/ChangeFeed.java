package pronto.runtime;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The feed of changes for those who keep a place in it, as the search index does. */
public interface ChangeFeed {

    /** A place between two changes; it means something in its own epoch only, which a restored database begins anew. */
    record Place(UUID epoch, long transaction, long row) {

        @Override
        public String toString() {
            return epoch + ":" + transaction + ":" + row;
        }

        public static Place parse(String written) {
            var parts = written.split(":", -1);
            return new Place(UUID.fromString(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** Some changes, and the place behind them. */
    record Batch(List<Change> changes, Place next) {}

    /** The place from which nothing that is not yet committed can be missed. */
    Place now();

    /** The place up to which this node's listeners have heard of everything; known without asking the database. */
    Place told();

    /** What changed after this place; empty when it belongs to another epoch or the feed no longer reaches so far back. */
    Optional<Batch> after(Place place, int limit);
}
