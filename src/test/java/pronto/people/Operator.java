package pronto.people;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pronto.Pronto;
import pronto.runtime.command.CommandLineInterface;
import pronto.runtime.database.Connections;

/** Who types commands, run within the tests' own process; reads what they say of their mistakes. */
public final class Operator {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** Gives the status that the command ends with. */
    public int types(String... words) {
        return new CommandLineInterface(Pronto.class, new PrintStream(said, true, StandardCharsets.UTF_8))
                .execute(words);
    }

    /** A command for the installation in this folder and this database. */
    public int types(String command, Path home, Connections database, String... more) {
        var words = new ArrayList<>(List.of(
                command,
                "--home",
                home.toString(),
                "--pronto.database.url=" + database.url(),
                "--pronto.database.user=" + database.user(),
                "--pronto.database.password=" + database.password()));
        words.addAll(List.of(more));
        return types(words.toArray(String[]::new));
    }

    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
