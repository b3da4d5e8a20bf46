package pronto.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be done, by name. The domain throws it; one place turns it into a view for people and a problem
 * document for programs.
 */
public abstract class Refusal extends RuntimeException {

    private final Kind kind;
    private final @Nullable String field;
    private final Map<String, Object> arguments;

    /** What sort of no it is, and the HTTP status that says it. */
    public enum Kind {
        INVALID(422),
        NOT_SIGNED_IN(401),
        CONFLICT(409),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CHANGED(412),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    protected Refusal(Kind kind, @Nullable String field, Map<String, Object> arguments) {
        this.kind = kind;
        this.field = field;
        this.arguments = Map.copyOf(arguments);
    }

    public Kind kind() {
        return kind;
    }

    /** The field of the request that is wrong, as the sender wrote it: {@code emails[1]}. */
    public @Nullable String field() {
        return field;
    }

    /** What the sentence names, for the words file. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    /** Last part of the problem's type: {@code ticket-taken}; its sentence is the word {@code refusal.ticket-taken}. */
    public abstract String name();

    @Override
    public String getMessage() {
        return name() + arguments;
    }
}
