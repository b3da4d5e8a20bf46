package pronto.catalog.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.catalog.Part;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.ui.api.OneOf;

/** A part of the catalog as programs see it. */
record PartBody(
        String key,

        @OneOf(names = {"service", "component", "environment"})
        String kind,

        Names names,
        @Nullable String description,
        String team,
        boolean core,
        boolean retired,
        List<String> dependsOn,
        List<String> runsOn) {

    record Names(String en, String it) {}

    static PartBody of(Part part, Staff staff) {
        return new PartBody(
                part.key(),
                part.kind().text(),
                new Names(part.nameEn(), part.nameIt()),
                part.description(),
                staff.team(part.team()).map(Team::name).orElse(""),
                part.core(),
                part.retired(),
                part.dependsOn(),
                part.runsOn());
    }
}
