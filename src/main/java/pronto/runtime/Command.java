package pronto.runtime;

import java.io.IOException;
import org.springframework.beans.factory.BeanFactory;

/**
 * One command of the command line. The class wears picocli's {@code @Command} with its whole name
 * ({@code "user create"}), has its options as fields, and is listed in {@code META-INF/services/pronto.runtime.Command}.
 */
public interface Command {

    /** Looks at what it was given before any part of the program is made, and throws {@link CannotRun}. */
    default void check(Settings settings) throws IOException {}

    /** Whether the database is brought to this program's schema first; one that brings its own says no. */
    default boolean needsSchema() {
        return true;
    }

    /** Whether it begins an installation where there is none; every other command wants one that was started before. */
    default boolean beginsInstallation() {
        return false;
    }

    /** Does it with the program's parts, of which only those that are asked for are made; the answer is the exit status. */
    int run(BeanFactory program) throws Exception;
}
