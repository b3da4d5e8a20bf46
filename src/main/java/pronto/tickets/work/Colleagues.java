package pronto.tickets.work;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.Trust;

/** Whether somebody writes from the address of one of us without proof: they are never called by our name. */
@Component
public class Colleagues {

    private final JdbcClient db;

    Colleagues(JdbcClient db) {
        this.db = db;
    }

    public boolean posing(@Nullable String address, Trust trust) {
        return trust != Trust.VERIFIED
                && address != null
                && !among(Set.of(address)).isEmpty();
    }

    /** Those of these addresses that are ours. */
    public Set<String> among(Collection<String> addresses) {
        var plain = addresses.stream()
                .flatMap(address -> EmailAddress.parse(address).stream())
                .map(EmailAddress::toString)
                .distinct()
                .toArray(String[]::new);
        return plain.length == 0
                ? Set.of()
                : new HashSet<>(db.sql("select email from staff.technician where email = any(:addresses)")
                        .param("addresses", plain)
                        .query((row, number) -> row.getString("email"))
                        .list());
    }
}
