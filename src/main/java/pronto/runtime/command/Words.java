package pronto.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a command line, sorted: which are settings, which belong to the command. */
record Words(List<String> settings, List<String> command, boolean verbose, boolean asksForHelp) {

    private static final Set<String> HELP = Set.of("--help", "-h");

    static Words of(String... arguments) {
        var settings = new ArrayList<String>();
        var command = new ArrayList<String>();
        var verbose = false;
        var help = arguments.length > 0 && arguments[0].equals("help");
        for (int i = 0; i < arguments.length; i++) {
            var word = arguments[i];
            if (word.equals("--home")) {
                if (++i == arguments.length) {
                    throw new WrongUsage("--home needs a folder.");
                }
                settings.add("--pronto.home=" + arguments[i]);
            } else if (word.startsWith("--home=")) {
                settings.add("--pronto." + word.substring("--".length()));
            } else if (HELP.contains(word) || help && i == 0) {
                help = true;
            } else if (word.equals("--version")) {
                command.add("version");
            } else if (word.equals("--verbose")) {
                verbose = true;
            } else if (word.startsWith("--pronto.")) {
                settings.add(withValue(word));
            } else {
                command.add(word);
            }
        }
        return new Words(settings, command, verbose, help);
    }

    private static String withValue(String word) {
        if (!word.contains("=")) {
            throw new WrongUsage("The setting " + word + " needs a value, as " + word + "=VALUE.");
        }
        return word;
    }

    /** The same with these settings, where the command line does not say otherwise. */
    Words or(Map<String, String> more) {
        var all = new ArrayList<>(settings);
        more.forEach((name, value) -> {
            if (settings.stream().noneMatch(given -> given.startsWith("--" + name + "="))) {
                all.add("--" + name + "=" + value);
            }
        });
        return new Words(all, command, verbose, asksForHelp);
    }
}
