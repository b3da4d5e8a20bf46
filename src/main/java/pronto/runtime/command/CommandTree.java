package pronto.runtime.command;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import pronto.runtime.Command;

/** All commands as one tree of words, made without starting anything. */
final class CommandTree {

    private CommandTree() {}

    static CommandLine grow() {
        var root = new CommandLine(new Root());
        for (var command : ServiceLoader.load(Command.class)) {
            add(root, command);
        }
        return root;
    }

    private static void add(CommandLine root, Command command) {
        var leaf = new CommandLine(command);
        var words = leaf.getCommandName().split(" ", -1);
        var branch = root;
        for (int i = 0; i < words.length - 1; i++) {
            branch = branchOf(branch, words[i]);
        }
        var last = words[words.length - 1];
        leaf.setCommandName(last);
        branch.addSubcommand(last, leaf);
    }

    private static CommandLine branchOf(CommandLine parent, String word) {
        var there = parent.getSubcommands().get(word);
        if (there != null) {
            return there;
        }
        var branch = new CommandLine(CommandSpec.create().name(word));
        parent.addSubcommand(word, branch);
        return branch;
    }

    @CommandLine.Command(name = "pronto")
    static final class Root {}
}
