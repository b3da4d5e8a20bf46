package pronto.ui;

import org.jspecify.annotations.Nullable;

/** A page that says what went wrong; {@code sentence} is null where only the number is known. */
public record ErrorView(
        int status, @Nullable String sentence, @Nullable Again again) implements View {

    public ErrorView(int status, @Nullable String sentence) {
        this(status, sentence, null);
    }

    public String kind() {
        return switch (status) {
            case 403, 404, 405, 429, 503 -> Integer.toString(status);
            default -> status < 500 ? "400" : "500";
        };
    }
}
