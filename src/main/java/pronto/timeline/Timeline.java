package pronto.timeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of everything that happened; written in the transaction of the cause, never changed. */
public interface Timeline {

    /** Writes one entry; {@code customer} is whose wall it stands behind, null for our own affairs. */
    void add(String kind, Actor actor, Subject subject, @Nullable Long customer, Map<String, ?> data);

    /** The newest first, older than {@code before} where given. */
    List<Entry> of(Subject subject, @Nullable Long before, int limit);

    /** Everything, the newest first: the audit. */
    List<Entry> all(@Nullable String kindPrefix, @Nullable Long before, int limit);
}
