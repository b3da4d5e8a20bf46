package pronto.staff.openapi;

import static java.util.Map.entry;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import tools.jackson.databind.json.JsonMapper;

/** Whoever says which version it saw is refused by every route that would write over another one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test",
            "pronto.api.rate=-1"
        })
@NullUnmarked
class EveryVersionTest extends AtTheDesk {

    private static final String V1 = "/api/v1";

    /** What has no version, or is made anew. Another one is a decision: write it down here. */
    private static final Set<String> WITHOUT_VERSION = Set.of(
            "POST /api/v1/calendars/{name}/due",
            "POST /api/v1/calendars/closed",
            "POST /api/v1/customers/{code}/contacts",
            "PATCH /api/v1/teams/{id}",
            "DELETE /api/v1/teams/{id}",
            "DELETE /api/v1/tokens/{id}",
            "POST /api/v1/queue/next",
            "POST /api/v1/unfiled/{id}/ticket");

    private static final String PLAN = "{\"hours\": \"always\"}";

    private static final String CALENDAR = """
            {"timeZone": "Europe/Rome", "weekly": [{"days": ["MON"], "from": "09:00", "to": "18:00"}]}""";

    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("/merge", "{\"into\": \"T-1001\"}"),
            entry("/move", "{\"into\": \"T-1001\"}"),
            entry("/split", "{\"messages\": [\"1\"]}"),
            entry("/resolution", "{\"kind\": \"answer\", \"text\": \"Done\"}"),
            entry("/screening", """
                    {"severity": "minor", "coreImpact": "none", "reach": "onePerson", "degradation": "none",
                     "workaround": "acceptable"}"""),
            entry("/links", "{\"code\": \"T-1001\"}"),
            entry("/participants", "{\"email\": \"ugo@acme.test\"}"),
            entry("/messages", "{\"text\": \"Look\"}"),
            entry("/pickup", "{\"technician\": \"marco.bassi@pronto.test\"}"),
            entry("/contacts", "{\"name\": \"Pia\", \"emails\": [\"pia@acme.test\"]}"),
            entry("/plans", "{\"plan\": \"Gold\"}"),
            entry("/plans/{name}", PLAN),
            entry("/calendars/{name}", CALENDAR),
            entry("/platforms", "{\"name\": \"Shop\"}"),
            entry("/return", "{\"why\": \"In English too\"}"),
            entry("/tickets/{code}/return", "{\"note\": \"Not ours\"}"),
            entry("/escalation", """
                    {"team": "Billing", "reason": "cannotResolve", "note": "Look deeper"}"""),
            entry("/restoration", "{\"version\": 1}"));

    @Autowired
    private WebServerApplicationContext context;

    private Program admin;
    private final Map<String, String> there = new HashMap<>();

    private void furnish() {
        var cast = new Cast(context);
        admin = cast.programOf(cast.hired("Ada Conti", Role.ADMINISTRATOR), Scope.ADMIN);
        there.put("tickets", made("/tickets", """
                {"subject": "Stuck", "body": "Nothing goes", "from": {"email": "%s"}}""".formatted(MARTA), "code"));
        there.put("customers", "ACME");
        there.put(
                "contacts",
                made("/customers/ACME/contacts", "{\"name\": \"Pia\", \"emails\": [\"pia@acme.test\"]}", "id"));
        var platform = admin.put(V1 + "/customers/ACME/platforms", "{\"name\": \"Shop\"}");
        there.put("platforms", platform.json().at("/platforms/0/id").asString());
        there.put("participants", MARTA);
        there.put("messages", "1");
        there.put("staff", made("/staff", """
                {"email": "nina@pronto.test", "name": "Nina Blu", "role": "technician"}""", "id"));
        there.put("canned-answers", made("/canned-answers", """
                {"name": "Ciao", "language": "it", "html": "<p>Ciao</p>"}""", "id"));
        there.put("articles", made("/articles", """
                {"it": {"title": "Ciao", "html": "<p>Ciao</p>"}}""", "id"));
        there.put("by-code", "ACME");
        there.put("plans", made("/plans/Gold", PLAN));
        there.put("calendars", made("/calendars/Mondays", CALENDAR));
        there.put("from", "2099-01-01T00:00:00Z");
        admin.post(V1 + "/customers/ACME/plans", "{\"plan\": \"Gold\", \"from\": \"2099-01-01T00:00:00Z\"}");
        for (var kind : List.of("services", "components", "environments")) {
            admin.put(V1 + "/" + kind + "/by-key/my-" + kind, """
                    {"names": {"en": "A", "it": "B"}, "team": "%s"}""".formatted(
                            staff.teamNamed("Support").name()));
            there.put(kind, "my-" + kind);
            there.put(kind + "/by-key", "my-" + kind);
        }
        there.put("versions", "1");
        there.put("links", there.get("tickets"));
    }

    private String made(String path, String body, String name) {
        return admin.post(V1 + path, body).json().path(name).asString();
    }

    private String made(String path, String body) {
        return admin.put(V1 + path, body).json().path("name").asString();
    }

    @Test
    void a_version_that_is_not_the_last_one_is_refused_wherever_something_is_written() {
        furnish();
        var described = new Described(JsonMapper.shared()
                .readTree(new Cast(context).stranger().get(V1 + "/openapi.json").body()));
        assertSoftly(softly -> {
            for (var operation : described.operations()) {
                if (operation.writes() && operation.takesPath() && !WITHOUT_VERSION.contains(operation.toString())) {
                    var answer = admin.send(
                            operation.method(), address(operation.path()), body(operation), "If-Match", "\"0\"");
                    softly.assertThat(answer.status())
                            .as("%s says %s", operation, answer.response().body())
                            .isEqualTo(412);
                }
            }
        });
    }

    private String address(String path) {
        var address = path;
        while (address.contains("{")) {
            var before = address.replaceFirst("/\\{.*", "");
            var kind = before.replaceFirst(".*/(?!by-key)", "");
            // A change of a customer's plan goes by its moment, a plan by its name.
            var gap = address.replaceFirst("[^{]*\\{([^}]*)}.*", "$1");
            address = address.replaceFirst(
                    "\\{[^}]*}", there.getOrDefault(gap, there.getOrDefault(kind, "nothing-furnished")));
        }
        return address;
    }

    private static @Nullable String body(Described.Operation operation) {
        return operation.takesBody()
                ? BODIES.getOrDefault(
                        operation.path().substring(V1.length()),
                        BODIES.getOrDefault(operation.path().replaceFirst(".*(/[^/{]+)", "$1"), "{}"))
                : null;
    }
}
