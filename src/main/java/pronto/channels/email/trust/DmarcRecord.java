package pronto.channels.email.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a domain says in {@code _dmarc}: what shall become of mail that is not its own (RFC 9989). */
record DmarcRecord(
        String policy, String ofSubdomains, String ofMissing, boolean strictDkim, boolean strictSpf, char psd) {

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    /** Several are none. */
    static Optional<DmarcRecord> of(List<String> texts) {
        var found = texts.stream()
                .filter(text -> text.regionMatches(false, 0, "v=DMARC1", 0, 8))
                .flatMap(text -> Tags.parse(text).stream())
                .filter(tags -> tags.first("v", "DMARC1"))
                .toList();
        return found.size() == 1 ? Optional.of(read(found.getFirst())) : Optional.empty();
    }

    /** What it does not say, or says wrongly, is as if it asked for nothing. */
    private static DmarcRecord read(Tags tags) {
        var policy = policy(tags, "p", "none");
        var below = policy(tags, "sp", policy);
        return new DmarcRecord(
                policy,
                below,
                policy(tags, "np", below),
                tags.lower("adkim", "r").equals("s"),
                tags.lower("aspf", "r").equals("s"),
                tags.lower("psd", "u").concat("u").charAt(0));
    }

    private static String policy(Tags tags, String name, String otherwise) {
        var written = tags.get(name, otherwise).toLowerCase(Locale.ROOT);
        return POLICIES.contains(written) ? written : otherwise;
    }
}
