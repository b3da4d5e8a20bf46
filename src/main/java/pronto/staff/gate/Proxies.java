package pronto.staff.gate;

import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies in front of us whose word about the asker counts: addresses or ranges, as the settings name them. */
class Proxies {

    private final List<IpAddressMatcher> known;

    Proxies(List<String> settings) {
        this.known =
                settings.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    }

    boolean know(String address) {
        return known.stream().anyMatch(proxy -> proxy.matches(address));
    }

    /**
     * Whom the chain of proxies names: read from its end, since each adds whom it saw, and what stands before the first
     * one we do not know may be invented.
     */
    String asker(String nearest, List<String> forwardedFor) {
        var asker = nearest;
        for (var address : forwardedFor.reversed()) {
            if (!know(asker) || !address.matches("[0-9a-fA-F:.]+")) {
                return asker;
            }
            asker = address;
        }
        return asker;
    }
}
