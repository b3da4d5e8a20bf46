package pronto.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be found of one thing. {@code exact} holds codes, addresses, numbers and message ids, found only whole;
 * {@code title} weighs more than {@code body}; {@code customer} and {@code team} filter.
 */
public record Document(
        String kind,
        long id,
        String title,
        String body,
        List<String> exact,
        @Nullable Long customer,
        @Nullable Long team,
        List<String> tags,
        Instant at) {}
