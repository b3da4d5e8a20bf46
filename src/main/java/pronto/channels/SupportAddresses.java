package pronto.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses customers write to, from the settings, and the team each names. */
public interface SupportAddresses {

    record SupportAddress(String address, @Nullable String team) {}

    List<SupportAddress> all();

    /** The first one: what Pronto writes from where nothing else is said. */
    SupportAddress main();

    @Nullable SupportAddress find(String address);
}
