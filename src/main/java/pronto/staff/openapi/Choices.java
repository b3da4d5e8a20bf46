package pronto.staff.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.ui.api.OneOf;

/** What a text may be, where it is one of a few. */
final class Choices {

    private Choices() {}

    static Optional<List<String>> of(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(OneOf.class)).map(Choices::of);
    }

    static List<String> of(OneOf one) {
        var choices = new ArrayList<>(List.of(one.names()));
        Arrays.stream(one.value())
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Spelling::of)
                .forEach(choices::add);
        return List.copyOf(choices);
    }

    /** A list is one of which each item is limited. */
    @SuppressWarnings("unchecked")
    static void limit(Schema<?> schema, List<String> choices) {
        var limited = (Schema<Object>) (schema.getItems() == null ? schema : schema.getItems());
        limited.setEnum(new ArrayList<>(choices));
    }

    @SuppressWarnings("unchecked")
    static void allowNull(Schema<?> schema) {
        if (schema.getEnum() != null) {
            var choices = new ArrayList<@Nullable Object>(schema.getEnum());
            choices.add(null);
            ((Schema<@Nullable Object>) schema).setEnum(choices);
        }
    }
}
