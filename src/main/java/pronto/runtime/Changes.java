package pronto.runtime;

/**
 * The feed of what changed, kept in the database: recorded in the transaction of the change, read in order by every
 * node. Live screens and the search index follow it; nothing in memory is needed by another node.
 */
public interface Changes {

    /** Says that this thing changed; seen by every node within a second of the commit. */
    void record(String topic, String key);
}
