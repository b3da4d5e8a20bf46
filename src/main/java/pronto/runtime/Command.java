package pronto.runtime;

import org.springframework.beans.factory.BeanFactory;

/**
 * One command of the command line. The class wears picocli's {@code @Command} with its whole name
 * ({@code "user create"}), has its options as fields, and is listed in {@code META-INF/services/pronto.runtime.Command}.
 */
public interface Command {

    /** Does it with the program's parts, of which only those that are asked for are made; the answer is the exit status. */
    int run(BeanFactory program) throws Exception;
}
