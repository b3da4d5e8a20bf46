package pronto.channels.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pronto.channels.Delivery.State;

/** Which part of the outbox is shown. */
public enum Filter {
    ALL(null),
    QUEUED(State.QUEUED),
    DEFERRED(State.DEFERRED),
    BOUNCED(State.BOUNCED),
    SENT(State.SENT),
    CANCELLED(State.CANCELLED);

    private final @Nullable State state;

    Filter(@Nullable State state) {
        this.state = state;
    }

    @Nullable State state() {
        return state;
    }

    static Filter of(State state) {
        return valueOf(state.name());
    }

    /** As it stands in an address: {@code ?state=deferred}; what is none shows all. */
    static Filter read(@Nullable String spelled) {
        return Arrays.stream(values())
                .filter(filter -> filter.spelled().equals(spelled))
                .findFirst()
                .orElse(ALL);
    }

    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return "channels.outbox." + spelled();
    }
}
