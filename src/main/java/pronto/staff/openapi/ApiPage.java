package pronto.staff.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import pronto.ui.Anyone;
import pronto.ui.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the description to people. */
@Controller
@Anyone
class ApiPage {

    private static final String DESCRIPTION = "/api/v1/openapi.json";

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    ApiPage(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api")
    View show(HttpServletRequest request) throws IOException {
        var all = json.readTree(description.openapiJson(request, DESCRIPTION, Locale.ENGLISH));
        var schemas = all.path("components").path("schemas");
        Map<String, List<ApiView.Route>> byResource = new TreeMap<>();
        for (var path : all.path("paths").propertyNames()) {
            var methods = all.path("paths").path(path);
            for (var method : methods.propertyNames()) {
                var operation = methods.path(method);
                byResource
                        .computeIfAbsent(operation.path("tags").path(0).asString(""), missing -> new ArrayList<>())
                        .add(route(method, path, operation, schemas));
            }
        }
        return new ApiView(byResource.entrySet().stream()
                .map(resource -> new ApiView.Resource(resource.getKey(), resource.getValue()))
                .toList());
    }

    private static ApiView.Route route(String method, String path, JsonNode operation, JsonNode schemas) {
        return new ApiView.Route(
                operation.path("operationId").asString(""),
                method.toUpperCase(Locale.ROOT),
                path,
                operation
                        .path(DescribedRoute.SCOPES)
                        .valueStream()
                        .map(scope -> scope.asString(""))
                        .toList(),
                operation
                        .path("parameters")
                        .valueStream()
                        .map(parameter -> parameter(parameter, schemas))
                        .toList(),
                Sketch.asked(content(operation.path("requestBody")), schemas),
                given(operation.path("responses"), schemas));
    }

    private static String parameter(JsonNode parameter, JsonNode schemas) {
        return parameter.path("name").asString("")
                + (parameter.path("required").asBoolean(false) ? "*: " : ": ")
                + Sketch.of(parameter.path("schema"), schemas);
    }

    private static @Nullable String given(JsonNode responses, JsonNode schemas) {
        for (var status : responses.propertyNames()) {
            if (status.startsWith("2")) {
                return Sketch.of(content(responses.path(status)), schemas);
            }
        }
        return null;
    }

    private static JsonNode content(JsonNode message) {
        var contents = message.path("content");
        return contents.isEmpty()
                ? contents.path("nothing")
                : contents.values().iterator().next().path("schema");
    }
}
