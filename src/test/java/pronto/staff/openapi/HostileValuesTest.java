package pronto.staff.openapi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a program puts into any field or parameter that is described: it is told which, and it is never our fault. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test",
            "pronto.api.rate=-1"
        })
class HostileValuesTest extends AtTheDesk {

    private static final String V1 = "/api/v1";

    /** Values as they stand in JSON; whether they are taken is each field's own affair. */
    private static final List<String> STRANGE = List.of(
            "null",
            "\"\"",
            "\" \"",
            "7",
            "-1e400",
            "99999999999999999999",
            "true",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "\"\\ud800\"",
            "\"\\uffff\\u202e\"",
            "\"-9223372036854775809\"",
            "\"" + "x".repeat(20_000) + "\"");

    private static final List<String> STRANGE_IN_ADDRESSES = List.of(
            "", "%20", "%25", "-1", "99999999999999999999", "%EF%BF%BF", "%E2%80%AE", "%5C", "'", "x".repeat(4_000));

    /** Bodies that would be taken, so that what is strange in one field is not hidden behind another. */
    private static final Map<String, String> SOUND = Map.ofEntries(
            entry("email", "\"pia@verdi.test\""),
            entry("emails", "[\"pia@verdi.test\"]"),
            entry("language", "\"it\""),
            entry("url", "\"https://verdi.test\""),
            entry("contactId", "null"),
            entry("timeZone", "\"Europe/Rome\""),
            entry("domains", "[\"verdi.test\"]"),
            entry("phones", "[\"+39 055 1234567\"]"),
            entry("data", "\"YQ==\""),
            entry("messages", "[\"1\"]"),
            entry("duration", "\"PT4H\""),
            entry("from", "\"09:00\""),
            entry("to", "\"18:00\""),
            entry("days", "[\"MON\"]"),
            entry("date", "\"2026-12-08\""),
            entry("hours", "\"always\""));

    @Autowired
    private WebServerApplicationContext context;

    private Described described;
    private Program admin;
    private Map<String, String> there;

    /** A field of a body: its name as an answer tells it, and the body with a value in its place. */
    private record Field(String name, String before, JsonNode schema, String after) {

        String with(String value) {
            return before + value + after;
        }
    }

    @BeforeEach
    void read() {
        var cast = new Cast(context);
        admin = cast.programOf(cast.hired("Ada Conti", Role.ADMINISTRATOR), Scope.ADMIN);
        described = new Described(JsonMapper.shared()
                .readTree(cast.stranger().get(V1 + "/openapi.json").body()));
        var ticket = admin.post(V1 + "/tickets", """
                {"subject": "Stuck", "body": "Nothing goes", "from": {"email": "%s"}}""".formatted(MARTA));
        there = Map.of("tickets", ticket.json().path("code").asString(), "customers", "ACME");
    }

    @Test
    void no_field_takes_what_no_column_can_keep() {
        assertSoftly(softly -> eachField((operation, field) -> {
            if (takes(field.schema(), "string")) {
                refused(softly, operation, field, field.with("\"a\\u0000b\""), field.name());
            }
            if (takes(field.schema(), "array")) {
                refused(softly, operation, field, field.with("[\"a\\u0000b\"]"), field.name());
            }
        }));
    }

    @Test
    void no_list_has_gaps() {
        assertSoftly(softly -> eachField((operation, field) -> {
            if (takes(field.schema(), "array")) {
                refused(softly, operation, field, field.with("[null]"), field.name());
            }
        }));
    }

    @Test
    void what_is_not_base_64_is_said_to_be_none() {
        assertSoftly(softly -> eachField((operation, field) -> {
            for (var wrong : List.of("!!!!", "YWJj é", "Y", "YQ=", "====", "YQ==YQ==", "_-8=")) {
                if (field.name().endsWith(".data")) {
                    refused(softly, operation, field, field.with("\"" + wrong + "\""), field.name());
                }
            }
        }));
    }

    @Test
    void no_value_of_a_field_is_our_fault() {
        assertSoftly(softly -> eachField((operation, field) -> {
            for (var value : STRANGE) {
                var answer = admin.send(operation.method(), address(operation), field.with(value));
                softly.assertThat(answer.status())
                        .as("%s with %s = %.40s", operation, field.name(), value)
                        .isLessThan(500);
            }
        }));
    }

    @Test
    void no_value_of_a_parameter_is_our_fault() {
        assertSoftly(softly -> {
            for (var operation : described.operations()) {
                for (var name : parameters(operation)) {
                    var question = address(operation) + "?" + name + "=";
                    var nul = admin.send(operation.method(), question + "a%00b", body(operation));
                    softly.assertThat(nul.status() + " "
                                    + nul.json().path("field").asString(""))
                            .as("%s with NUL in %s", operation, name)
                            .isEqualTo("422 " + name);
                    for (var broken : List.of("%ff", "%")) {
                        softly.assertThat(asked(operation, question + "x", broken))
                                .as("%s with %s = %s", operation, name, broken)
                                .isBetween(400, 499);
                    }
                    for (var value : operation.method().equals("GET") ? STRANGE_IN_ADDRESSES : List.<String>of()) {
                        softly.assertThat(admin.get(question + value).status())
                                .as("%s with %s = %.40s", operation, name, value)
                                .isLessThan(500);
                    }
                }
            }
        });
    }

    private interface Try {
        void at(Described.Operation operation, Field field);
    }

    private void eachField(Try attempt) {
        var count = 0;
        for (var operation : described.operations()) {
            if (operation.takesBody()) {
                var fields = new ArrayList<Field>();
                gather("", "", schema(operation), "", fields);
                fields.forEach(field -> attempt.at(operation, field));
                count += fields.size();
            }
        }
        assertThat(count).isGreaterThan(50);
    }

    /** Each field of this object, those of the objects and of the lists of objects inside it too. */
    private void gather(String path, String before, JsonNode given, String after, List<Field> into) {
        var object = resolved(given, "object");
        for (var name : object.path("properties").propertyNames()) {
            var schema = object.path("properties").path(name);
            var field = path.isEmpty() ? name : path + "." + name;
            var opened = before + "{" + others(object, name) + "\"" + name + "\": ";
            var closed = "}" + after;
            into.add(new Field(field, opened, schema, closed));
            var inner = resolved(schema, "object");
            if (inner.has("properties")) {
                gather(field, opened, inner, closed, into);
            }
            var items = resolved(resolved(schema, "array").path("items"), "object");
            if (items.has("properties")) {
                gather(field + "[0]", opened + "[", items, "]" + closed, into);
            }
        }
    }

    private String others(JsonNode object, String but) {
        var others = new StringBuilder();
        for (var name : object.path("properties").propertyNames()) {
            if (!name.equals(but) && needed(object, name)) {
                others.append('"').append(name).append("\": ");
                others.append(sample(name, object.path("properties").path(name)))
                        .append(", ");
            }
        }
        return others.toString();
    }

    /** A message has words or HTML, so neither is described as needed. */
    private static boolean needed(JsonNode object, String name) {
        return name.equals("text")
                || object.path("required")
                        .valueStream()
                        .anyMatch(one -> one.asString().equals(name));
    }

    private String sample(String name, JsonNode schema) {
        var choices = resolved(schema, "string").path("enum");
        if (choices.isArray() && !choices.isEmpty()) {
            return choices.get(0).toString();
        }
        var object = resolved(schema, "object");
        if (object.has("properties")) {
            return object.path("properties").has("email")
                    ? "{\"email\": \"pia@verdi.test\"}"
                    : "{" + others(object, "").replaceFirst(", $", "") + "}";
        }
        if (takes(schema, "integer")) {
            return "1";
        }
        if (resolved(schema, "string").path("format").asString("").equals("date-time")) {
            return "\"2026-11-20T16:30:00Z\"";
        }
        return SOUND.getOrDefault(name, takes(schema, "array") ? "[]" : "\"Some words\"");
    }

    /** The schema behind references and alternatives that is of this type. */
    private JsonNode resolved(JsonNode given, String type) {
        var schema = described.resolved(given);
        if (schema.has("anyOf")) {
            return schema.path("anyOf")
                    .valueStream()
                    .map(one -> resolved(one, type))
                    .filter(one -> isOf(one, type))
                    .findFirst()
                    .orElse(schema);
        }
        return schema;
    }

    private boolean takes(JsonNode schema, String type) {
        return isOf(resolved(schema, type), type);
    }

    private static boolean isOf(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asString().equals(type))
                : types.asString("").equals(type);
    }

    private JsonNode schema(Described.Operation operation) {
        return described.schemaOf(operation.says().path("requestBody").path("content"));
    }

    private static List<String> parameters(Described.Operation operation) {
        return operation
                .says()
                .path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asString().equals("query"))
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static @Nullable String body(Described.Operation operation) {
        return operation.takesBody() ? "{}" : null;
    }

    /** Something that is there, as far as one lies about; nothing is taken away by what is refused. */
    private String address(Described.Operation operation) {
        var kind = operation.path().substring(V1.length() + 1).replaceAll("/.*", "");
        return operation
                .path()
                .replaceFirst("\\{code}", there.getOrDefault(kind, "NONE"))
                .replaceAll("\\{[^}]*}", "999999999");
    }

    /** With a question that is no address for a client of ours, so it is written by hand. */
    private int asked(Described.Operation operation, String address, String broken) {
        var port = Objects.requireNonNull(context.getWebServer()).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = operation.method() + " " + address + broken + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Connection: close\r\nContent-Length: 0\r\nAuthorization: Bearer " + admin.token() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var line = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Integer.parseInt(line.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(SoftAssertions softly, Described.Operation operation, Field field, String body, String named) {
        var answer = admin.send(operation.method(), address(operation), body);
        softly.assertThat(answer.status()).as("%s with %s", operation, body).isEqualTo(422);
        softly.assertThat(answer.json().path("field").asString(""))
                .as("%s with %s", operation, body)
                .startsWith(named);
    }
}
