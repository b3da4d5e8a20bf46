package pronto.staff.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What is answered has all its fields, null where there is nothing to say; what is asked has only those it needs. */
@Component
class WholeAnswers implements OpenApiCustomizer {

    @Override
    @SuppressWarnings("rawtypes")
    public void customise(OpenAPI description) {
        Map<String, Schema> schemas = description.getComponents().getSchemas();
        Set<String> answered = new HashSet<>();
        Set<String> asked = new HashSet<>();
        operations(description).forEach(operation -> {
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    collect(response.getContent(), schemas, answered);
                }
            });
            if (operation.getRequestBody() != null) {
                collect(operation.getRequestBody().getContent(), schemas, asked);
            }
        });
        answered.removeAll(asked);
        answered.forEach(name -> requireAll(schemas.get(name)));
    }

    private static Stream<Operation> operations(OpenAPI description) {
        return description.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    @SuppressWarnings("rawtypes")
    private static void collect(@Nullable Content content, Map<String, Schema> schemas, Set<String> names) {
        if (content != null) {
            content.values().forEach(media -> collect(media.getSchema(), schemas, names));
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
        collect(schema.getItems(), schemas, names);
        if (schema.getAnyOf() != null) {
            ((List<Schema>) schema.getAnyOf()).forEach(one -> collect(one, schemas, names));
        }
        if (schema.getProperties() != null) {
            ((Map<String, Schema>) schema.getProperties()).values().forEach(field -> collect(field, schemas, names));
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void requireAll(@Nullable Schema schema) {
        if (schema != null && schema.getProperties() != null) {
            var always = new ArrayList<String>();
            ((Map<String, Schema>) schema.getProperties()).forEach((name, field) -> {
                if (field.getExtensions() == null || !field.getExtensions().containsKey(RecordSchema.SOMETIMES)) {
                    always.add(name);
                }
            });
            schema.setRequired(always);
        }
    }
}
