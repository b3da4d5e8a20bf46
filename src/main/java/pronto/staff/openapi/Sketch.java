package pronto.staff.openapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Draws what a schema describes as the JSON it would be. */
final class Sketch {

    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final StringBuilder drawn = new StringBuilder();

    private Sketch(JsonNode schemas) {
        this.schemas = schemas;
    }

    static @Nullable String of(JsonNode schema, JsonNode schemas) {
        if (schema.isMissingNode()) {
            return null;
        }
        var sketch = new Sketch(schemas);
        sketch.draw(schema, 0);
        return sketch.drawn.toString();
    }

    private void draw(JsonNode described, int depth) {
        var schema = resolved(described);
        var properties = schema.path("properties");
        if (depth > DEEPEST) {
            drawn.append("…");
        } else if (!properties.isEmpty()) {
            drawn.append("{\n");
            for (var name : properties.propertyNames()) {
                indent(depth + 1).append(name).append(": ");
                draw(properties.path(name), depth + 1);
                drawn.append('\n');
            }
            indent(depth).append('}');
        } else if (schema.has("items")) {
            drawn.append('[');
            draw(schema.path("items"), depth);
            drawn.append(']');
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

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        var name = type.isArray() ? type.path(0).asString("") : type.asString("any");
        var format = schema.path("format").asString("");
        return format.isEmpty() ? name : name + " (" + format + ")";
    }
}
