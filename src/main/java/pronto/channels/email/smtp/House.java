package pronto.channels.email.smtp;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pronto.files.Files;

/** Whose door it is: the name it answers by, what it allows, who takes the mail and where it is kept meanwhile. */
record House(
        String name,
        Limits limits,
        PeerPace pace,
        Reception reception,
        Files files,
        Supplier<@Nullable Tls> encryption) {

    @Nullable Tls tls() {
        return encryption.get();
    }
}
