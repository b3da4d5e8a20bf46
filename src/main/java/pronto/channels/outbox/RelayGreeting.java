package pronto.channels.outbox;

import java.util.List;
import org.springframework.stereotype.Component;
import pronto.runtime.Greeting;

/** Says at the start where mail goes, since without a relay it goes nowhere. */
@Component
class RelayGreeting implements Greeting {

    private final RelaySetting setting;

    RelayGreeting(RelaySetting setting) {
        this.setting = setting;
    }

    @Override
    public List<String> lines() {
        return List.of(setting.relay()
                .map(relay -> "mail out  " + relay.address())
                .orElse("mail out  none: it stays in the outbox, at /outbox, until pronto.mail.relay is set"));
    }
}
