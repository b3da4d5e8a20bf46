package pronto.runtime.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import pronto.runtime.Version;

/** What can be typed: all of it, or one command with its options. */
final class HelpPage {

    private static final int WIDTH = 120;
    private static final String COMMON = """
            Every command takes --home DIR (the data folder, as PRONTO_HOME), --verbose, and any setting as
            --pronto.KEY=VALUE. Exit status: 0 done, 1 failed with one sentence, 2 wrong usage.
            """;

    private HelpPage() {}

    /** The words may end anywhere in a command; what follows an option is not looked at. */
    static String of(CommandLine tree, List<String> words) {
        tree.setUsageHelpWidth(WIDTH);
        var found = tree;
        for (var word :
                words.stream().takeWhile(typed -> !typed.startsWith("-")).toList()) {
            if (found.getSubcommands().isEmpty()) {
                break;
            }
            found = found.getSubcommands().get(word);
            if (found == null) {
                throw new WrongUsage("There is no command " + String.join(" ", words) + ". See: pronto help");
            }
        }
        // Who asks about the only command of its kind wants to know all about it.
        while (found.getSubcommands().size() == 1) {
            found = found.getSubcommands().values().iterator().next();
        }
        return found.getSubcommands().isEmpty() ? one(found) : all(found);
    }

    private static String all(CommandLine branch) {
        return "Pronto " + Version.ofThisProgram().number() + ". Without a command it runs.\n\n"
                + leaves(branch)
                        .filter(leaf -> !leaf.getCommandSpec().usageMessage().hidden())
                        .map(leaf -> "  " + synopsis(leaf) + "\n      " + purpose(leaf) + "\n")
                        .collect(Collectors.joining())
                + (branch.getParent() == null
                        ? "  pronto help [COMMAND]\n      Tells all commands, or one with its options.\n"
                        : "")
                + "\n" + COMMON;
    }

    private static String one(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF) + "\n" + COMMON;
    }

    private static Stream<CommandLine> leaves(CommandLine branch) {
        return branch.getSubcommands().isEmpty()
                ? Stream.of(branch)
                : branch.getSubcommands().values().stream().flatMap(HelpPage::leaves);
    }

    private static String synopsis(CommandLine leaf) {
        return new CommandLine.Help(leaf.getCommandSpec(), CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .strip();
    }

    private static String purpose(CommandLine leaf) {
        var lines = leaf.getCommandSpec().usageMessage().description();
        return lines.length == 0 ? "" : lines[0];
    }
}
