package pronto.staff.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** The API as a page to read. */
public record ApiView(List<Resource> resources) implements View {

    public record Resource(String name, List<Route> routes) {}

    public record Route(
            String method,
            String path,
            String summary,
            @Nullable String needs,
            List<String> parameters,
            @Nullable String takes,
            @Nullable String gives) {}
}
