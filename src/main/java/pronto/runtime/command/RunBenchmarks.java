package pronto.runtime.command;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.CannotRun;
import pronto.runtime.Command;
import pronto.runtime.Settings;

/** Done by the launcher, which has the sources; named here so that the help knows it. */
@CommandLine.Command(
        name = "bench",
        description = "Measures; each benchmark ends in a table and one JSON line per figure.")
public final class RunBenchmarks implements Command {

    @CommandLine.Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Which: all of them where none is named.")
    private List<String> names = List.of();

    @Override
    public void check(Settings settings) {
        throw new CannotRun("Only the launcher does this: ./pronto bench, in the folder of the sources.");
    }

    @Override
    public int run(BeanFactory program) {
        return 0;
    }
}
