package pronto.catalog.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.staff.Staff;
import pronto.ui.Invalid;
import pronto.ui.api.Given;
import pronto.ui.api.OneOf;

/** What a program says of a part; what it read may be sent back as it was. */
record PartSaid(
        Given<String> key,

        @OneOf(names = {"service", "component", "environment"})
        Given<String> kind,

        Given<NamesSaid> names,
        Given<String> description,
        Given<String> team,
        Given<Boolean> core,
        Given<Boolean> retired,
        Given<List<String>> dependsOn,
        Given<List<String>> runsOn) {

    record NamesSaid(Given<String> en, Given<String> it) {}

    /** The fields, if the key and the kind in the body, where there are some, are those of the address. */
    PartFields fields(PartKind at, String address, Staff staff) {
        var said = key.or(address);
        if (said == null || !said.strip().equalsIgnoreCase(address.strip())) {
            throw new Invalid("part-key-differs", "key", Map.of("key", address));
        }
        return fields(at, staff);
    }

    PartFields fields(PartKind at, Staff staff) {
        var saidKind = kind.or(null);
        if (saidKind != null && !saidKind.equals(at.text())) {
            throw new Invalid("part-kind-differs", "kind", Map.of("kind", at.text()));
        }
        var both = names.or(null);
        return new PartFields(
                both == null ? cleared() : both.en(),
                both == null ? cleared() : both.it(),
                description,
                team(staff),
                core,
                retired,
                dependsOn,
                runsOn);
    }

    /** Names that are said to be nothing are refused where they are read, as missing. */
    private Given<String> cleared() {
        return names.present() ? Given.of(null) : Given.absent();
    }

    private Given<Long> team(Staff staff) {
        if (!team.present()) {
            return Given.absent();
        }
        return Given.of(named(team.or(null), staff));
    }

    private static @Nullable Long named(@Nullable String team, Staff staff) {
        return team == null
                ? null
                : staff.team(team)
                        .orElseThrow(() -> new Invalid("team-unknown", "team", Map.of("team", team)))
                        .id();
    }
}
