package pronto.staff.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.ui.api.Given;

/** A field that may be absent is described as what it holds. */
@Component
class GivenSchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var java = Json.mapper().constructType(type.getType());
        if (java != null && Given.class.isAssignableFrom(java.getRawClass())) {
            var held = new AnnotatedType(java.containedTypeOrUnknown(0))
                    .jsonViewAnnotation(type.getJsonViewAnnotation())
                    .ctxAnnotations(type.getCtxAnnotations())
                    .propertyName(type.getPropertyName())
                    .schemaProperty(type.isSchemaProperty())
                    .resolveAsRef(true);
            return context.resolve(held);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }
}
