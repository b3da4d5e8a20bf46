package pronto.runtime.command;

import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.Command;

/** Starts the program and stays. What it does is done before any command runs; it stands here for the help. */
@CommandLine.Command(
        name = "run",
        description = "Starts Pronto with its own database, or the one it is given, and prints its address.")
public final class Run implements Command {

    @Override
    public int run(BeanFactory program) {
        return 0;
    }
}
