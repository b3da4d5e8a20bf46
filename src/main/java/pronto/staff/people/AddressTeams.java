package pronto.staff.people;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.channels.SupportAddresses;
import pronto.runtime.Greeting;

/** Says which teams the support addresses name that nobody has made: their mail would find an empty room. */
@Component
@Order(11)
class AddressTeams implements Greeting {

    private final SupportAddresses addresses;
    private final Teams teams;

    AddressTeams(SupportAddresses addresses, Teams teams) {
        this.addresses = addresses;
        this.teams = teams;
    }

    @Override
    public List<String> lines() {
        return addresses.all().stream()
                .flatMap(address -> Stream.ofNullable(address.team())
                        .filter(team -> teams.find(team).isEmpty())
                        .map(team -> "warning   there is no team \"" + team + "\" for mail to " + address.address()
                                + ": the first one makes it, with nobody in it"))
                .toList();
    }
}
