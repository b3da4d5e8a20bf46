package pronto.ui.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Refuses the one character that PostgreSQL keeps in no text. */
class KeepableText extends StringDeserializer {

    static boolean holds(String text) {
        return text.indexOf('\0') < 0;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = super.deserialize(parser, context);
        return text == null || holds(text) ? text : context.reportInputMismatch(this, "NUL");
    }
}
