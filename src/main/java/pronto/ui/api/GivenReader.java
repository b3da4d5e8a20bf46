package pronto.ui.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.type.TypeFactory;

/** Reads a {@link Given}: Jackson asks it apart for the value, for null and for a field that is not there. */
class GivenReader extends ValueDeserializer<Given<?>> {

    private final JavaType content;

    GivenReader() {
        this(TypeFactory.unknownType());
    }

    private GivenReader(JavaType content) {
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var type = property == null ? context.getContextualType() : property.getType();
        return new GivenReader(type.containedTypeOrUnknown(0));
    }

    @Override
    public Given<?> deserialize(JsonParser parser, DeserializationContext context) {
        return Given.of(context.readValue(parser, content));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Given.of(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Given.absent();
    }
}
