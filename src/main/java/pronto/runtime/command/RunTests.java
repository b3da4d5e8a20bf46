package pronto.runtime.command;

import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.CannotRun;
import pronto.runtime.Command;
import pronto.runtime.Settings;

/** Done by the launcher, which has the sources; named here so that the help knows it. */
@CommandLine.Command(name = "test", description = "Runs the tests; what this machine cannot run is listed at the end.")
public final class RunTests implements Command {

    @CommandLine.Option(names = "--long", description = "Also those that take hours.")
    private boolean all;

    @Override
    public void check(Settings settings) {
        throw new CannotRun("Only the launcher does this: ./pronto test, in the folder of the sources.");
    }

    @Override
    public int run(BeanFactory program) {
        return 0;
    }
}
