package pronto.customers.book;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailDomain;
import pronto.customers.Customer;
import pronto.customers.Customer.Platform;
import pronto.customers.CustomerCode;
import pronto.customers.CustomerFields;
import pronto.customers.PlatformFields;
import pronto.customers.Unfit;
import pronto.customers.recognition.PublicMail;
import pronto.ui.api.Given;

/** What a customer is once everything that was said of it holds; refuses what cannot be so. Touches no database. */
final class CustomerDraft {

    private static final int MOST_DOMAINS = 500;
    private static final int MOST_PLATFORMS = 500;
    private static final int MOST_PARTS = 200;

    private CustomerDraft() {}

    /** A customer of whom nothing is known yet. */
    static Customer blank(CustomerCode code) {
        return new Customer(0, code.written(), "", null, null, null, List.of(), null, List.of(), 0);
    }

    static Customer of(Customer before, CustomerFields said) {
        return new Customer(
                before.id(),
                before.code(),
                Line.required("name", said.name().or(before.name()), 200),
                Line.of("plan", said.plan().or(before.plan()), 100),
                Line.language("language", said.language().or(before.language())),
                timeZone(said.timeZone().or(before.timeZone())),
                domains(before.domains(), said.domains()),
                Line.of("externalId", said.externalId().or(before.externalId()), 200),
                platforms(before.platforms(), said.platforms()),
                before.version());
    }

    /** The platform as it is once this holds; its id is that of the one it is, if there is one already. */
    static Platform platform(String field, PlatformFields said, List<Platform> before) {
        return platform(field, said, same(said, before).orElse(new Platform(0, "", null, null, List.of())));
    }

    static Platform platform(String field, PlatformFields said, Platform is) {
        return new Platform(
                is.id(),
                Line.required(field + "name", said.name().or(is.name()), 200),
                url(field + "url", said.url().or(is.url())),
                Line.of(field + "externalId", said.externalId().or(is.externalId()), 200),
                runsOn(field + "runsOn", is.runsOn(), said.runsOn()));
    }

    private static List<String> runsOn(String field, List<String> before, Given<List<String>> said) {
        if (!said.present()) {
            return before;
        }
        var typed = Objects.requireNonNullElse(said.or(null), List.<String>of());
        if (typed.size() > MOST_PARTS) {
            throw Unfit.tooMany(field, MOST_PARTS);
        }
        var keys = new TreeSet<String>();
        for (var i = 0; i < typed.size(); i++) {
            keys.add(Line.required(field + "[" + i + "]", typed.get(i), 64).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(keys);
    }

    private static Optional<Platform> same(PlatformFields said, List<Platform> before) {
        var id = said.externalId().or(null);
        var byId = before.stream()
                .filter(platform -> id != null && id.strip().equals(platform.externalId()))
                .findFirst();
        var name = said.name().or(null);
        return byId.or(() -> before.stream()
                .filter(platform -> id == null || platform.externalId() == null)
                .filter(platform -> name != null && name.strip().equals(platform.name()))
                .findFirst());
    }

    private static @Nullable String timeZone(@Nullable String typed) {
        var zone = Line.of("timeZone", typed, 100);
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Unfit.noTimeZone(zone);
        }
        return zone;
    }

    private static List<String> domains(List<String> before, Given<List<String>> said) {
        if (!said.present()) {
            return before;
        }
        var typed = Objects.requireNonNullElse(said.or(null), List.<String>of());
        if (typed.size() > MOST_DOMAINS) {
            throw Unfit.tooMany("domains", MOST_DOMAINS);
        }
        var domains = new TreeSet<String>();
        for (var i = 0; i < typed.size(); i++) {
            domains.add(domain("domains[" + i + "]", typed.get(i)));
        }
        return List.copyOf(domains);
    }

    private static String domain(String field, @Nullable String typed) {
        var line = Line.required(field, typed, 253);
        var domain = EmailDomain.parse(line.startsWith("@") ? line.substring(1) : line)
                .orElseThrow(() -> Unfit.noDomain(field, line));
        if (PublicMail.holds(domain)) {
            throw Unfit.everybodysDomain(field, line);
        }
        return domain.name();
    }

    private static List<Platform> platforms(List<Platform> before, Given<List<PlatformFields>> said) {
        if (!said.present()) {
            return before;
        }
        var stated = Objects.requireNonNullElse(said.or(null), List.<PlatformFields>of());
        if (stated.size() > MOST_PLATFORMS) {
            throw Unfit.tooMany("platforms", MOST_PLATFORMS);
        }
        var platforms = new ArrayList<Platform>();
        var names = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var i = 0; i < stated.size(); i++) {
            var field = "platforms[" + i + "].";
            var platform = platform(field, stated.get(i), before);
            if (!names.add(platform.name())) {
                throw Unfit.twice(field + "name", platform.name());
            }
            if (platform.externalId() != null && !ids.add(platform.externalId())) {
                throw Unfit.twice(field + "externalId", platform.externalId());
            }
            platforms.add(platform);
        }
        return List.copyOf(platforms);
    }

    private static @Nullable String url(String field, @Nullable String typed) {
        var line = Line.of(field, typed, 2000);
        if (line == null) {
            return null;
        }
        try {
            var url = new URI(line);
            var web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null) {
                return line;
            }
        } catch (URISyntaxException e) {
            throw Unfit.noWebAddress(field, line);
        }
        throw Unfit.noWebAddress(field, line);
    }
}
