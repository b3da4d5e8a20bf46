package pronto.staff.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import tools.jackson.databind.json.JsonMapper;

/**
 * A developer who reads the description finds what it says: each verb at each address is asked, and each answer is
 * compared with what is described for its status. Whatever is done leaves its entry on the timeline.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test",
            "pronto.api.rate=-1"
        })
class TrueDescriptionTest extends AtTheDesk {

    private static final String V1 = "/api/v1";

    private static final String SCREENING = """
            {"severity": "minor", "coreImpact": "none", "reach": "onePerson", "degradation": "none",
             "workaround": "acceptable", "components": []}""";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private final Set<String> seen = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private Described described;
    private Cast cast;
    private Program admin;

    @BeforeEach
    void read() {
        cast = new Cast(context);
        admin = cast.programOf(cast.hired("Ada Conti", pronto.staff.Role.ADMINISTRATOR), Scope.ADMIN);
        described = new Described(JsonMapper.shared()
                .readTree(cast.stranger().get(V1 + "/openapi.json").body()));
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> info.getPatternValues().stream()
                                .filter(path -> path.startsWith(V1 + "/") && !path.startsWith(V1 + "/openapi.json"))
                                .forEach(path -> routes.add(method + " " + path))));

        assertThat(described.operations().stream().map(Described.Operation::toString))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void every_answer_is_as_described_and_every_change_leaves_its_entry() {
        customers();
        tickets();
        people();
        promises();
        catalog();

        var promised = new TreeSet<String>();
        for (var operation : described.operations()) {
            for (var status : operation.says().path("responses").propertyNames()) {
                if (status.startsWith("2")) {
                    promised.add(operation + " " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).containsAll(promised);
    }

    @Test
    void every_way_to_say_no_is_as_described() {
        var nobody = cast.program(Scope.CTI);
        assertSoftly(softly -> {
            for (var operation : described.operations()) {
                var path = operation.path().replaceAll("\\{[^}]*}", "999999999");
                var body = operation.takesBody() ? "{}" : null;
                refused(softly, operation, nobody.send(operation.method(), path, body), 403);
                refused(softly, operation, cast.unknownProgram().send(operation.method(), path, body), 401);
                if (operation.takesPath() && !isMadeByItsName(operation)) {
                    refused(softly, operation, admin.send(operation.method(), path, valid(operation)), 404);
                }
                if (operation.takesBody()) {
                    refused(softly, operation, admin.send(operation.method(), path, "{\"naem\": 1}"), 422);
                }
                if (operation.takes("limit")) {
                    refused(softly, operation, admin.get(path + "?limit=0"), operation.takesPath() ? 422 : 422);
                }
            }
        });
    }

    @Test
    void a_field_that_is_described_as_needed_is_missed() {
        assertSoftly(softly -> {
            for (var operation : described.operations()) {
                if (operation.takesBody()
                        && !operation.takesPath()
                        && operation.method().equals("POST")) {
                    var answer = admin.post(operation.path(), "{}");
                    softly.assertThat(answer.problem()).as("%s", operation).isEqualTo("missing");
                }
            }
        });
    }

    private static void refused(
            org.assertj.core.api.SoftAssertions softly,
            Described.Operation operation,
            Program.Answer answer,
            int status) {
        softly.assertThat(answer.status()).as("%s", operation).isEqualTo(status);
        softly.assertThat(operation.says().path("responses").has(Integer.toString(status)))
                .as("%s describes %s", operation, status)
                .isTrue();
        softly.assertThat(answer.header("Content-Type")).as("%s", operation).startsWith("application/problem+json");
    }

    /** Where nothing is there yet, such a one makes it. */
    private static boolean isMadeByItsName(Described.Operation operation) {
        return operation.method().equals("PUT")
                && (operation.path().contains("/by-") || operation.path().matches(".*/(calendars|plans)/\\{name}"));
    }

    /** A body that is in order, for an address that is not there. */
    private static @Nullable String valid(Described.Operation operation) {
        if (!operation.takesBody()) {
            return null;
        }
        if (operation.path().endsWith("/screening")) {
            return SCREENING;
        }
        if (operation.path().endsWith("/escalation")) {
            return "{\"team\": \"Support\", \"reason\": \"cannotResolve\", \"note\": \"Look deeper\"}";
        }
        if (operation.path().equals(V1 + "/tickets/{code}/return")) {
            return "{\"note\": \"Not ours\"}";
        }
        if (operation.path().endsWith("/links")) {
            return "{\"code\": \"T-1001\"}";
        }
        return operation.path().endsWith("/resolution")
                ? "{\"kind\": \"answer\", \"text\": \"Done\"}"
                : operation.path().endsWith("/participants") ? "{\"email\": \"a@b.test\"}" : "{}";
    }

    private void customers() {
        var made = ask("POST", "/customers", "{\"name\": \"Verdi\", \"language\": \"it\"}");
        var customer = "/customers/" + made.json().path("code").asString();
        ask("GET", "/customers?limit=1", null);
        ask("GET", customer, null);
        ask("PATCH", customer, "{\"plan\": \"Gold\", \"domains\": [\"verdi.test\"]}");
        ask("POST", customer + "/plans", "{\"plan\": \"Silver\"}");
        ask("POST", customer + "/plans", "{\"plan\": null, \"from\": \"2099-01-01T00:00:00Z\"}");
        ask("GET", customer + "/plans", null);
        ask("DELETE", customer + "/plans/2099-01-01T00:00:00Z", null);
        ask("PUT", "/customers/by-code/NERI", "{\"name\": \"Neri\"}");
        ask("PUT", "/customers/by-code/NERI", "{\"name\": \"Neri & figli\"}");
        ask("PUT", customer + "/platforms", "{\"name\": \"Shop\", \"url\": \"https://shop.verdi.test\"}");
        ask("PUT", customer + "/platforms", "{\"name\": \"Shop\", \"url\": \"https://negozio.verdi.test\"}");
        var platform = ask("GET", customer + "/platforms", null);
        ask(
                "DELETE",
                customer + "/platforms/" + id(platform.json().path("items").get(0)),
                null);
        var contact = ask("POST", customer + "/contacts", """
                {"name": "Pia", "emails": ["pia@verdi.test"], "phones": ["+39 055 1234567"], "role": "Owner"}""");
        ask("PUT", customer + "/contacts", "{\"name\": \"Pia Verdi\", \"emails\": [\"pia@verdi.test\"]}");
        ask("PUT", customer + "/contacts", "{\"name\": \"Ugo\", \"emails\": [\"ugo@verdi.test\"]}");
        ask("GET", customer + "/contacts?limit=1", null);
        ask("GET", customer + "/contacts/" + id(contact.json()), null);
        ask("PATCH", customer + "/contacts/" + id(contact.json()), "{\"language\": \"en\"}");
        ask("DELETE", customer + "/contacts/" + id(contact.json()), null);
        ask("POST", "/customers/import", "code,name,emails\nROSSI,Rossi,anna@rossi.test\nBAD,,nowhere\n");
        ask("DELETE", customer, null);
    }

    private void tickets() {
        var opened = ask("POST", "/tickets", """
                {"subject": "Stuck", "body": "Nothing goes", "from": {"email": "%s"}, "channel": "phone"}""".formatted(MARTA));
        var ticket = "/tickets/" + opened.json().path("code").asString();
        ask("GET", "/tickets?limit=1&state=waiting", null);
        ask("GET", "/tickets?q=" + MARTA, null);
        ask("GET", ticket, null);
        ask("POST", ticket + "/pickup", "{\"technician\": \"%s\"}".formatted(giulia.email()));
        ask("POST", ticket + "/release", null);
        ask("POST", ticket + "/pickup", "{}");
        escalated(ticket);
        ask("POST", ticket + "/participants", "{\"email\": \"ugo@acme.test\", \"name\": \"Ugo\"}");
        ask("DELETE", ticket + "/participants/ugo@acme.test", null);
        var said = ask("POST", ticket + "/messages", """
                {"text": "Look", "attachments": [{"name": "a.txt", "contentType": "text/plain", "data": "YQ=="}]}""");
        ask("POST", ticket + "/messages", "{\"kind\": \"note\", \"html\": \"<p>Between us</p>\"}");
        var message = ask("GET", String.valueOf(said.header("Location")).substring(V1.length()), null);
        ask("GET", message.json().at("/attachments/0/url").asString().substring(V1.length()), null);
        ask("GET", ticket + "/messages?limit=1", null);
        ask("POST", ticket + "/waiting", "{\"diagnostics\": [\"steps\"]}");
        ask("GET", ticket + "/waiting", null);
        ask("POST", ticket + "/screening", SCREENING);
        ask("POST", ticket + "/resolution", "{\"kind\": \"answer\", \"text\": \"Done\"}");
        ask("GET", ticket + "/satisfaction", null);
        ask("POST", ticket + "/closure", null);
        ask("POST", ticket + "/reopening", null);
        ask("POST", ticket + "/spam", "{}");
        ask("DELETE", ticket + "/spam", null);
        ask("GET", ticket + "/timeline?limit=2", null);
        table();
        placed(ticket, id(message.json()));
        ask(
                "GET",
                "/tickets/" + reported(Mail.from(STRANGER).html("<p>Hello</p>")).code() + "/messages",
                null);
        arrives(Mail.from("robot@acme.test").header("Auto-Submitted: auto-generated"));
        ask("GET", "/queue", null);
        ask("POST", "/queue/next", null);
        var unfiled = ask("GET", "/unfiled?limit=1", null);
        ask("POST", "/unfiled/" + id(unfiled.json().path("items").get(0)) + "/ticket", null);
    }

    private void escalated(String ticket) {
        var up = """
                {"team": "%s", "reason": "needsSkill", "note": "Look deeper", "tried": "Restarted it"}""".formatted(staff.teamNamed("Delivery").name());
        ask("POST", ticket + "/escalation", up);
        ask("DELETE", ticket + "/escalation", null);
        ask("POST", ticket + "/escalation", up);
        ask("POST", ticket + "/return", "{\"note\": \"Nothing is wrong here\"}");
        ask("GET", ticket + "/escalations", null);
    }

    private void table() {
        var table = ask("GET", "/priority-table", null);
        var other = table.response().body().replace("\"P3\":25", "\"P3\":24");
        ask("POST", "/priority-table/preview", other);
        ask("PUT", "/priority-table", other);
        ask("GET", "/priority-table/versions?limit=1", null);
        ask("GET", "/priority-table/versions/1", null);
        ask("POST", "/priority-table/versions/1/restoration", null);
    }

    /** There and back again. */
    private void placed(String ticket, String message) {
        var other = ask("POST", "/tickets", """
                {"subject": "Stuck too", "body": "Neither here", "from": {"email": "%s"}}""".formatted(MARTA));
        var into = "{\"into\": \"%s\"}".formatted(other.json().path("code").asString());
        ask("POST", ticket + "/merge", into);
        ask("DELETE", ticket + "/merge", null);
        ask(
                "POST",
                ticket + "/links",
                "{\"code\": \"%s\"}".formatted(other.json().path("code").asString()));
        ask("DELETE", ticket + "/links/" + other.json().path("code").asString(), null);
        ask("POST", ticket + "/messages/" + message + "/move", into);
        ask("DELETE", "/tickets/" + other.json().path("code").asString() + "/messages/" + message + "/move", null);
        ask("POST", ticket + "/split", "{\"messages\": [\"%s\"]}".formatted(message));
        ask("DELETE", ticket + "/split", null);
    }

    private void catalog() {
        ask("POST", "/environments", part("milan", ""));
        ask("PUT", "/environments/by-key/rome", part("rome", ""));
        ask("POST", "/components", part("db", ", \"runsOn\": [\"milan\"]"));
        ask("PUT", "/components/by-key/cache", part("cache", ""));
        ask("POST", "/services", part("shop", ", \"dependsOn\": [\"db\"]"));
        ask("PUT", "/services/by-key/mail", part("mail", ""));
        for (var one : List.of("/environments/rome", "/components/cache", "/services/mail")) {
            var kind = one.substring(0, one.lastIndexOf('/'));
            ask("GET", kind + "?limit=1", null);
            ask("GET", one, null);
            ask("PUT", kind + "/by-key" + one.substring(kind.length()), "{\"core\": true}");
            ask("PATCH", one, "{\"description\": \"Ours\"}");
            ask("GET", one + "/dependents", null);
            ask("GET", one + "/customers?limit=1", null);
            ask("POST", one + "/retirement", null);
            ask("DELETE", one + "/retirement", null);
            ask("DELETE", one, null);
        }
    }

    private String part(String key, String more) {
        return "{\"key\": \"%s\", \"names\": {\"en\": \"A\", \"it\": \"B\"}, \"team\": \"%s\"%s}"
                .formatted(key, staff.teamNamed("Support").name(), more);
    }

    private void people() {
        var hired = ask("POST", "/staff", """
                {"email": "nina@pronto.test", "name": "Nina Blu", "role": "technician", "language": "it"}""");
        var person = "/staff/" + id(hired.json());
        ask("GET", "/staff?limit=1", null);
        ask("GET", person, null);
        ask("PATCH", person, "{\"role\": \"lead\", \"away\": true}");
        ask("DELETE", person, null);
        var team = "/teams/" + id(ask("POST", "/teams", "{\"name\": \"Blu\"}").json());
        ask("GET", "/teams", null);
        ask("GET", team, null);
        ask("PATCH", team, "{\"name\": \"Azzurri\", \"members\": [\"%d\"]}".formatted(giulia.id()));
        ask("DELETE", team, null);
        var token = "/tokens/"
                + id(ask("POST", "/tokens", "{\"name\": \"t\", \"scopes\": [\"read\"]}")
                        .json());
        ask("GET", "/tokens", null);
        ask("GET", token, null);
        ask("DELETE", token, null);
        var answer = "/canned-answers/" + id(ask("POST", "/canned-answers", """
                {"name": "Ciao", "language": "it", "html": "<p>Ciao</p>"}""").json());
        ask("GET", "/canned-answers", null);
        ask("GET", answer, null);
        ask("PATCH", answer, "{\"html\": \"<p>Ciao!</p>\"}");
        ask("DELETE", answer, null);
        articles();
        ask("GET", "/audit?limit=5", null);
    }

    private void promises() {
        var week =
                "{\"timeZone\": \"%s\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"09:00\", \"to\": \"18:00\"}]}";
        ask("PUT", "/calendars/Mondays", week.formatted("Europe/Rome"));
        ask("PUT", "/calendars/Mondays", week.formatted("Europe/London"));
        ask("GET", "/calendars", null);
        ask("GET", "/calendars/Mondays", null);
        ask("GET", "/calendars/Mondays/versions", null);
        ask("POST", "/calendars/Mondays/due", """
                {"start": "2026-11-20T16:30:00Z", "duration": "PT4H",
                 "pauses": [{"from": "2026-11-23T10:00:00Z", "to": "2026-11-23T11:00:00Z"}]}""");
        ask("PUT", "/plans/Gold", "{\"hours\": \"Mondays\", \"targets\": {\"P1\": {\"pickup\": \"PT1H\"}}}");
        ask("PUT", "/plans/Gold", "{\"hours\": \"always\"}");
        ask("GET", "/plans", null);
        ask("GET", "/plans/Gold", null);
        ask("GET", "/plans/Gold/versions", null);
        ask("DELETE", "/plans/Gold", null);
        ask(
                "POST",
                "/calendars/closed",
                "{\"ics\": \"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART:20261224\\nEND:VEVENT\"}");
        ask("DELETE", "/calendars/Mondays", null);
    }

    private void articles() {
        var article = "/articles/" + id(ask("POST", "/articles", """
                {"audience": "public", "it": {"title": "Ciao", "html": "<p>Ciao</p>"}}""").json());
        ask("GET", "/articles", null);
        ask("GET", article, null);
        ask("POST", article + "/review", null);
        ask("POST", article + "/return", "{\"why\": \"In English too\"}");
        ask("PATCH", article, "{\"en\": {\"title\": \"Hello\", \"html\": \"<p>Hello</p>\"}}");
        ask("POST", article + "/publication", null);
        ask("POST", article + "/restoration", "{\"version\": 1}");
        ask("GET", article + "/versions", null);
        ask("DELETE", article, null);
    }

    private static String id(tools.jackson.databind.JsonNode thing) {
        return thing.path("id").asString();
    }

    /** Asks, compares the answer with the description, and looks for the entry. */
    private Program.Answer ask(String method, String path, @Nullable String body) {
        var operation = described.at(method, V1 + path);
        var before = entries();
        var answer = admin.send(method, V1 + path, body);
        var says = operation.says().path("responses").path(Integer.toString(answer.status()));
        if (answer.status() >= 300 || says.isMissingNode()) {
            faults.add(operation + " answered " + answer.status() + ": "
                    + answer.response().body());
            return answer;
        }
        seen.add(operation + " " + answer.status());
        if (says.path("content").has("application/json")) {
            faults.addAll(
                    described.faults(described.schemaOf(says.path("content")), answer.json(), operation.toString()));
        }
        if (says.path("headers").has("Location") && answer.header("Location") == null) {
            faults.add(operation + " names no Location");
        }
        if (operation.writes() && !isAQuestion(operation) && entries() == before) {
            faults.add(operation + " leaves no entry on the timeline");
        }
        return answer;
    }

    /** It is posted for its body, and changes nothing. */
    private static boolean isAQuestion(Described.Operation operation) {
        return operation.path().endsWith("/due")
                || operation.path().endsWith("/preview")
                || operation.path().endsWith("/closed");
    }

    private long entries() {
        return db.sql("select coalesce(max(id), 0) from timeline.entry")
                .query(Long.class)
                .single();
    }
}
