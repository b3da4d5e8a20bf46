package pronto.knowledge.articles;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import pronto.runtime.Spelling;
import pronto.ui.Invalid;

/** Reads one of several names, or says which there are. */
public final class Choices {

    private Choices() {}

    public static <E extends Enum<E>> E read(Class<E> choices, String name, String field) {
        try {
            return Spelling.read(choices, name);
        } catch (IllegalArgumentException unknown) {
            var names =
                    Arrays.stream(choices.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
            throw new Invalid("not-a-choice", field, Map.of("choices", names));
        }
    }
}
