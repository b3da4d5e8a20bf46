package pronto.staff.openapi;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The description of the API, as what it says of answers: whether one is as it promises. */
final class Described {

    /** One verb at one address. */
    record Operation(String method, String path, JsonNode says) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean takesPath() {
            return path.contains("{");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        boolean takes(String parameter) {
            return says.path("parameters")
                    .valueStream()
                    .anyMatch(one -> one.path("name").asString().equals(parameter));
        }

        boolean takesBody() {
            return says.path("requestBody").path("content").has("application/json");
        }
    }

    private final JsonNode description;

    Described(JsonNode description) {
        this.description = description;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        var paths = description.path("paths");
        for (var path : paths.propertyNames()) {
            for (var method : paths.path(path).propertyNames()) {
                operations.add(new Operation(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        paths.path(path).path(method)));
            }
        }
        return operations;
    }

    Operation at(String method, String path) {
        var bare = path.replaceAll("\\?.*", "");
        return operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> Pattern.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+"), bare))
                // A fixed word counts more than a gap: /customers/import is no customer.
                .min(java.util.Comparator.comparingInt(
                        operation -> operation.path().split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("not described: " + method + " " + path));
    }

    JsonNode schemaOf(JsonNode content) {
        return content.isEmpty()
                ? content.path("none")
                : content.values().iterator().next().path("schema");
    }

    /** What is wrong with a value, by the schema that describes it. */
    List<String> faults(JsonNode schema, JsonNode value, String place) {
        var faults = new ArrayList<String>();
        check(schema, value, place, faults);
        return faults;
    }

    private void check(JsonNode given, JsonNode value, String place, List<String> faults) {
        var schema = resolved(given);
        if (schema.has("anyOf")) {
            if (schema.path("anyOf")
                    .valueStream()
                    .noneMatch(one -> faults(one, value, place).isEmpty())) {
                faults.add(place + " is none of what it may be: " + value);
            }
            return;
        }
        if (!typeFits(schema.path("type"), value)) {
            faults.add(place + " should be " + schema.path("type") + ": " + value);
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(one -> one.equals(value))) {
            faults.add(place + " is none of " + schema.path("enum") + ": " + value);
        }
        if (schema.path("format").asString("").equals("date-time") && value.isString()) {
            checkTime(value.asString(), place, faults);
        }
        if (value.isObject()) {
            checkFields(schema, value, place, faults);
        }
        if (value.isArray()) {
            for (var index = 0; index < value.size(); index++) {
                check(schema.path("items"), value.get(index), place + "[" + index + "]", faults);
            }
        }
    }

    private void checkFields(JsonNode schema, JsonNode value, String place, List<String> faults) {
        for (var name : value.propertyNames()) {
            if (schema.path("properties").has(name)) {
                check(schema.path("properties").path(name), value.path(name), place + "." + name, faults);
            } else if (schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").asBoolean()) {
                faults.add(place + "." + name + " is not described");
            }
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(place + "." + name.asString() + " is missing");
            }
        });
    }

    private static void checkTime(String value, String place, List<String> faults) {
        try {
            Instant.parse(value);
        } catch (DateTimeParseException e) {
            faults.add(place + " is no time: " + value);
        }
    }

    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private static boolean typeFits(JsonNode type, JsonNode value) {
        if (type.isMissingNode()) {
            return true;
        }
        return type.isArray()
                ? type.valueStream().anyMatch(one -> typeFits(one, value))
                : switch (type.asString()) {
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    case "object" -> value.isObject();
                    case "null" -> value.isNull();
                    default -> false;
                };
    }
}
