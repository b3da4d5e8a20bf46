package pronto.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.staff.Role;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.ui.View;

/** One of our people, to change. */
public record PersonView(
        Technician person, List<Team> teams, @Nullable String link, boolean saved) implements View {

    public Role[] roles() {
        return Role.values();
    }
}
