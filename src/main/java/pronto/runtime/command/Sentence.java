package pronto.runtime.command;

import com.zaxxer.hikari.pool.HikariPool;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import pronto.runtime.CannotRun;
import pronto.runtime.settings.WrongSetting;

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

    static boolean isAboutUsage(Throwable failure) {
        return causes(failure).anyMatch(WrongSetting.class::isInstance);
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case CannotRun said -> String.valueOf(said.getMessage());
            case PortInUseException port ->
                "Port " + port.getPort() + " is taken by another program: choose another with --pronto.http.port=PORT"
                        + " (0 takes a free one).";
            case HikariPool.PoolInitializationException pool -> "The database does not answer: " + last(pool) + ".";
            case MarkedYAMLException yaml ->
                "The settings file pronto.yaml cannot be read: "
                        + String.valueOf(yaml.getMessage()).replaceAll("\\s+", " ");
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
