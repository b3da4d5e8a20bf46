package pronto.runtime.command;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import pronto.runtime.Command;
import pronto.runtime.StayingCommand;

/** Reads the command line, does what it says and answers with the exit status: 0 done, 1 failed, 2 wrong usage. */
public final class CommandLineInterface {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Program program;
    private final PrintStream errors;

    public CommandLineInterface(Class<?> application, PrintStream errors) {
        this.program = new Program(application);
        this.errors = errors;
    }

    public int execute(String... arguments) {
        try {
            return execute(Words.of(arguments));
        } catch (WrongUsage e) {
            errors.println(e.getMessage());
            return WRONG_USAGE;
        }
    }

    private int execute(Words words) {
        var tree = CommandTree.grow();
        try {
            if (words.asksForHelp()) {
                System.out.print(HelpPage.of(tree, words.command()));
                return 0;
            }
            var parsed = tree.parseArgs(words.command().toArray(String[]::new));
            return execute(words, leafOf(parsed).commandSpec().commandLine());
        } catch (ParameterException e) {
            errors.println(e.getMessage());
            errors.println("See: "
                    + e.getCommandLine().getCommandSpec().qualifiedName().replaceFirst("pronto", "pronto help"));
            return WRONG_USAGE;
        } catch (WrongUsage e) {
            errors.println(e.getMessage());
            return WRONG_USAGE;
        } catch (Exception e) {
            errors.println(Sentence.of(e));
            if (words.verbose()) {
                e.printStackTrace(errors);
            }
            return Sentence.isAboutUsage(e) ? WRONG_USAGE : FAILED;
        }
    }

    private int execute(Words words, CommandLine leaf) throws Exception {
        if (!leaf.getSubcommands().isEmpty() && leaf.getParent() != null) {
            throw new ParameterException(
                    leaf,
                    leaf.getCommandSpec().qualifiedName() + " needs one word more: "
                            + String.join(" or ", leaf.getSubcommands().keySet()) + ".");
        }
        return switch (leaf.getCommandSpec().userObject()) {
            case CommandTree.Root root -> program.stay(words);
            case StayingCommand staying -> program.stay(words.or(staying.settings()));
            case Rehearse rehearsal -> program.rehearse(words, rehearsal::run);
            case ShowVersion version -> version.print();
            case Command command -> program.lend(words, command);
            // Named by a type, since the formatter does not read "case null, default".
            case Object other -> throw new ParameterException(leaf, "What shall " + leaf.getCommandName() + " do?");
        };
    }

    private static CommandLine.ParseResult leafOf(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? leafOf(parsed.subcommand()) : parsed;
    }
}
