package pronto.staff.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.staff.Scope;
import pronto.ui.View;

/** The API as a page to read. */
public record ApiView(List<Resource> resources) implements View {

    public record Resource(String name, List<Route> routes) {

        public String word() {
            return "staff.api.group." + name;
        }
    }

    public record Route(
            String id,
            String method,
            String path,
            List<String> scopes,
            List<String> parameters,
            @Nullable String takes,
            @Nullable String gives) {

        public String word() {
            return "staff.api.does." + id;
        }

        public String allParameters() {
            return String.join("\n", parameters);
        }

        public boolean stars() {
            return parameters.stream().anyMatch(parameter -> parameter.contains("*: "))
                    || takes != null && takes.contains("*: ");
        }
    }

    public Scope[] scopes() {
        return Scope.values();
    }
}
