package pronto.runtime;

import java.time.Instant;

/** One row of the feed: the thing of this topic with this key changed. */
public record Change(String topic, String key, Instant at) {}
