package pronto.staff.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DescriptionTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Test
    void the_api_describes_itself_to_programs_and_to_people() {
        var stranger = new Cast(context).stranger();
        var description = JsonMapper.shared()
                .readTree(stranger.get("/api/v1/openapi.json").body());

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        var change = description.path("paths").path("/api/v1/staff/{id}").path("patch");
        assertThat(change.path("operationId").asString()).isEqualTo("staff.change");
        assertThat(change.path("description").asString()).contains("administer");
        assertThat(change.path("responses").has("default")).isTrue();
        var list = description.path("paths").path("/api/v1/staff").path("get").path("parameters");
        assertThat(list.valueStream().map(parameter -> parameter.path("name").asString()))
                .containsExactly("limit", "cursor");
        var fields = description
                .path("components")
                .path("schemas")
                .path(change.path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asString()
                        .replaceFirst(".*/", ""))
                .path("properties");
        assertThat(fields.path("email").path("type").valueStream().map(type -> type.asString()))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(fields.path("role").path("enum").valueStream().map(one -> one.asString("null")))
                .contains("technician", "auditor");
        assertThat(fields.path("teams").path("items").path("type").asString()).isEqualTo("string");

        var page = stranger.get("/api").body();
        assertThat(page)
                .contains("/api/v1/staff/{id}", "PATCH", "Answer the customer, or leave a note")
                .containsPattern("kind: \"(note|message)\" \\| \"(note|message)\"")
                .contains("kind*:", "A token needs one of these scopes: write, admin.", "reads everything")
                .contains("Idempotency-Key", "If-Match", "429")
                .doesNotContain("staff.api.");
        for (var path : description.path("paths").propertyNames()) {
            assertThat(path).startsWith("/api/v1/");
            for (var method : description.path("paths").path(path)) {
                assertThat(method.path("summary").asString()).isNotEmpty().doesNotStartWith("staff.");
            }
        }
    }
}
