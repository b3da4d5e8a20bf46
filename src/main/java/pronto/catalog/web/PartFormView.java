package pronto.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.catalog.Part;
import pronto.catalog.PartKind;
import pronto.staff.Team;
import pronto.ui.View;

/** The form of a part: an empty one for a new part; of one that is there, with its lines in the graph. */
public record PartFormView(@Nullable Part part, String title, String action, List<Team> teams, List<Lines> lines)
        implements View {

    /** What it depends, or runs, on, and where one adds to that; {@code field} is the field of a refusal. */
    public record Lines(String field, String title, List<Drawn> parts) {}

    public List<PartKind> kinds() {
        return List.of(PartKind.values());
    }

    public boolean isOf(Team team) {
        return part != null && part.team() == team.id();
    }

    public String nameEn() {
        return part == null ? "" : part.nameEn();
    }

    public String nameIt() {
        return part == null ? "" : part.nameIt();
    }

    public boolean core() {
        return part != null && part.core();
    }
}
