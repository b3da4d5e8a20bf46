package pronto.channels.outbox;

import java.util.Optional;
import org.springframework.stereotype.Component;
import pronto.channels.email.trust.DkimSigner;
import pronto.files.Files;
import pronto.runtime.CannotRun;
import pronto.runtime.Settings;

/** The relay that {@code pronto.mail.relay} names; without one mail stays in the outbox, where everybody sees it. */
@Component
public class RelaySetting {

    private final Optional<Relay> relay;

    RelaySetting(Settings settings, Files files) {
        var signer = DkimSigner.of(settings.mail().dkim());
        var set = settings.mail().relay();
        this.relay = set.isBlank()
                ? Optional.empty()
                : Optional.of(new Relay(address(set), settings.mail().domain(), new Composer(files, signer)));
    }

    Optional<Relay> relay() {
        return relay;
    }

    public boolean isThere() {
        return relay.isPresent();
    }

    private static RelayAddress address(String set) {
        try {
            return RelayAddress.parse(set);
        } catch (IllegalArgumentException e) {
            throw new CannotRun("The setting pronto.mail.relay is wrong: " + e.getMessage() + ".");
        }
    }
}
