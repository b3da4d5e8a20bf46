package pronto.runtime;

import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** A command that starts the whole program, as {@code run} does, with settings of its own where none were given. */
public interface StayingCommand extends Command {

    /** By name, such as {@code pronto.home}; what the command line says goes first. */
    Map<String, String> settings();

    @Override
    default int run(BeanFactory program) {
        return 0;
    }
}
