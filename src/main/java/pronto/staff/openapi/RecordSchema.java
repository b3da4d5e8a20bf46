package pronto.staff.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.ui.api.Given;
import pronto.ui.api.Needed;

/** Says of each field of a record what its declaration says: whether it must be there, may be null, is one of a few. */
@Component
class RecordSchema implements ModelConverter {

    static final String SOMETIMES = "x-sometimes";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        var java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord() && java.getRawClass() != Given.class) {
            describe(named(schema, context), java.getRawClass().getRecordComponents());
        }
        return schema;
    }

    private static Schema<?> named(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        var name = reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
        return context.getDefinedModels().getOrDefault(name, schema);
    }

    private static void describe(Schema<?> record, RecordComponent[] components) {
        if (record.getProperties() == null || Boolean.FALSE.equals(record.getAdditionalProperties())) {
            return;
        }
        record.setAdditionalProperties(false);
        record.setRequired(null);
        for (var component : components) {
            var field = record.getProperties().get(component.getName());
            if (field != null) {
                record.getProperties().put(component.getName(), described(field, component));
                if (isNeeded(component)) {
                    record.addRequiredItem(component.getName());
                }
            }
        }
    }

    private static Schema<?> described(Schema<?> field, RecordComponent component) {
        Choices.of(component).ifPresent(choices -> Choices.limit(field, choices));
        var described = mayBeNull(component) ? nullable(field) : field;
        var included = component.getAccessor().getAnnotation(JsonInclude.class);
        if (included != null && included.value() == JsonInclude.Include.NON_NULL) {
            described.addExtension(SOMETIMES, true);
        }
        return described;
    }

    private static boolean isNeeded(RecordComponent component) {
        return component.isAnnotationPresent(Needed.class) || !mayBeNull(component);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getType() == Given.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !component.isAnnotationPresent(Needed.class);
    }

    private static Schema<?> nullable(Schema<?> field) {
        if (field.get$ref() != null) {
            return new Schema<>()
                    .anyOf(List.of(
                            new Schema<>().$ref(field.get$ref()),
                            new Schema<>().types(new java.util.HashSet<>(Arrays.asList("null")))));
        }
        field.addType("null");
        Choices.allowNull(field);
        return field;
    }
}
