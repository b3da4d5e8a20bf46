package pronto.runtime.command;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import pronto.runtime.CannotRun;

/** Says in one sentence why it failed, for somebody who does not read stack traces. */
final class Sentence {

    private Sentence() {}

    static String of(Throwable failure) {
        return causes(failure)
                .map(Sentence::known)
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElseGet(() -> "It failed: " + last(failure) + " (--verbose tells more)");
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case CannotRun said -> String.valueOf(said.getMessage());
            case PortInUseException port ->
                "Port " + port.getPort() + " is taken by another program: choose another with --pronto.http.port=PORT"
                        + " (0 takes a free one).";
            case BindException setting ->
                "The setting " + setting.getName() + " cannot be used: " + last(setting) + ".";
            default -> "";
        };
    }

    private static String last(Throwable failure) {
        var last = causes(failure).reduce((before, after) -> after).orElse(failure);
        var message = last.getMessage();
        return message == null || message.isBlank() ? last.getClass().getSimpleName() : message;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
