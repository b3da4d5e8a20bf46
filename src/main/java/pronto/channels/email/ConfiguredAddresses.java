package pronto.channels.email;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.SupportAddresses;
import pronto.runtime.CannotRun;
import pronto.runtime.Settings;

/** The support addresses of the settings. A {@code +suffix} belongs to the address before it. */
@Component
class ConfiguredAddresses implements SupportAddresses {

    private final Map<String, SupportAddress> byAddress = new LinkedHashMap<>();

    ConfiguredAddresses(Settings settings) {
        settings.mail().addresses().forEach(written -> {
            var address = EmailAddress.parse(written.address())
                    .orElseThrow(() -> new CannotRun(
                            "pronto.mail.addresses: \"" + written.address() + "\" is not an e-mail address."))
                    .toString();
            byAddress.putIfAbsent(address, new SupportAddress(address, written.team()));
        });
    }

    @Override
    public List<SupportAddress> all() {
        return List.copyOf(byAddress.values());
    }

    @Override
    public SupportAddress main() {
        return all().getFirst();
    }

    @Override
    public @Nullable SupportAddress find(String address) {
        return EmailAddress.parse(address).map(this::find).orElse(null);
    }

    private @Nullable SupportAddress find(EmailAddress address) {
        var exact = byAddress.get(address.toString());
        int plus = address.local().indexOf('+');
        return exact != null || plus < 1
                ? exact
                : byAddress.get(address.local().substring(0, plus) + "@" + address.domain());
    }
}
