package pronto.runtime.command;

import java.util.Map;
import picocli.CommandLine;
import pronto.runtime.StayingCommand;

/** Starts the program and stays. */
@CommandLine.Command(
        name = "run",
        description = "Starts Pronto with its own database, or the one it is given, and prints its address.")
public final class Run implements StayingCommand {

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
