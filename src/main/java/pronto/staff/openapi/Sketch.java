package pronto.staff.openapi;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Draws what a schema describes as the JSON it would be. */
final class Sketch {

    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final StringBuilder drawn = new StringBuilder();

    private final boolean stars;

    private Sketch(JsonNode schemas, boolean stars) {
        this.schemas = schemas;
        this.stars = stars;
    }

    /** What is given. */
    static @Nullable String of(JsonNode schema, JsonNode schemas) {
        return of(schema, schemas, false);
    }

    /** What is asked for, with a star at what must be there. */
    static @Nullable String asked(JsonNode schema, JsonNode schemas) {
        return of(schema, schemas, true);
    }

    private static @Nullable String of(JsonNode schema, JsonNode schemas, boolean stars) {
        if (schema.isMissingNode()) {
            return null;
        }
        var sketch = new Sketch(schemas, stars);
        sketch.draw(schema, 0);
        return sketch.drawn.toString();
    }

    private void draw(JsonNode described, int depth) {
        var either = described.path("anyOf");
        if (!either.isEmpty()) {
            draw(either.path(0), depth);
            drawn.append(" | null");
            return;
        }
        var schema = resolved(described);
        var properties = schema.path("properties");
        if (depth > DEEPEST) {
            drawn.append("…");
        } else if (!properties.isEmpty()) {
            drawn.append("{\n");
            for (var name : properties.propertyNames()) {
                indent(depth + 1).append(name).append(isNeeded(schema, name) ? "*: " : ": ");
                draw(properties.path(name), depth + 1);
                drawn.append('\n');
            }
            indent(depth).append('}');
        } else if (schema.has("items")) {
            drawn.append('[');
            draw(schema.path("items"), depth);
            drawn.append(mayBeNull(schema) ? "] | null" : "]");
        } else {
            drawn.append(type(schema));
        }
    }

    private StringBuilder indent(int depth) {
        return drawn.append("  ".repeat(depth));
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private boolean isNeeded(JsonNode schema, String field) {
        return stars
                && schema.path("required")
                        .valueStream()
                        .anyMatch(name -> name.asString("").equals(field));
    }

    private static boolean mayBeNull(JsonNode schema) {
        return schema.path("type")
                .valueStream()
                .anyMatch(type -> type.asString("").equals("null"));
    }

    private static String type(JsonNode schema) {
        var choices = schema.path("enum");
        if (!choices.isEmpty()) {
            return choices.valueStream()
                    .map(choice -> choice.isNull() ? "null" : '"' + choice.asString() + '"')
                    .collect(Collectors.joining(" | "));
        }
        var type = schema.path("type");
        var name = type.isArray() ? named(type) : type.asString("any");
        var format = schema.path("format").asString("");
        return (format.isEmpty() ? name : name + " (" + format + ")") + (mayBeNull(schema) ? " | null" : "");
    }

    private static String named(JsonNode types) {
        return types.valueStream()
                .map(type -> type.asString(""))
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("null");
    }
}
