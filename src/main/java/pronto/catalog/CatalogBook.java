package pronto.catalog;

import java.util.function.IntConsumer;
import pronto.timeline.Actor;

/** Where the catalog is written down. Every change is on the timeline and in the feed. */
public interface CatalogBook {

    /** For who writes without having looked before; others refuse a version they have not seen. */
    IntConsumer ANY = version -> {};

    /** The part as it is now, and whether it is new. */
    record Written(Part part, boolean added) {}

    /** A new part; its key must be free. */
    Part add(PartKind kind, String key, PartFields fields, Actor actor);

    /** The part of this key, made where there is none; one of another kind is refused. */
    Written put(PartKind kind, String key, PartFields fields, IntConsumer seen, Actor actor);

    Part change(String key, PartFields fields, IntConsumer seen, Actor actor);

    /** One line more in the graph. */
    Part link(String key, Dependency how, String on, Actor actor);

    /** One line less; harmless where there is none. */
    Part unlink(String key, String on, Actor actor);

    /** Takes away a part that nothing uses; one in use is refused, and can be retired. */
    void remove(String key, IntConsumer seen, Actor actor);
}
