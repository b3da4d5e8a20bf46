package pronto.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs that share this database now. */
public interface RunningNodes {

    /** One of them; {@code url} is where people reach it, known once it listens. */
    record RunningNode(Node node, @Nullable String url, Instant startedAt, Instant seenAt) {}

    /** Those that were heard of within their lease, the oldest first. */
    List<RunningNode> all();
}
