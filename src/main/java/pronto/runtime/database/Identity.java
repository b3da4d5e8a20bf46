package pronto.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pronto.runtime.CannotRun;

/**
 * As whom the database's programs run. PostgreSQL refuses to run as root; a root start goes on as the system user
 * {@code pronto} where there is one, else inside a user namespace, which keeps the files root's own, else as
 * {@code nobody}.
 */
record Identity(List<String> prefix, int owner) {

    private static final int ROOT = 0;

    /** Chosen once: files that are there already say whose they are. */
    static Identity of(Path data, Programs programs) throws IOException {
        var me = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        var there = Files.isDirectory(data);
        var owner = there ? (int) Files.getAttribute(data, "unix:uid") : me;
        if (me != ROOT) {
            if (owner != me) {
                throw new CannotRun("The folder " + data + " belongs to another user (number " + owner
                        + "): start Pronto as that user.");
            }
            return new Identity(List.of(), me);
        }
        if (there && owner != ROOT) {
            return as(owner);
        }
        var candidates = new ArrayList<Identity>();
        if (!there) {
            user("pronto").ifPresent(number -> candidates.add(as(number)));
        }
        candidates.add(new Identity(List.of("unshare", "--user"), ROOT));
        if (!there) {
            user("nobody").ifPresent(number -> candidates.add(as(number)));
        }
        return candidates.stream()
                .filter(candidate -> candidate.canRun(programs))
                .findFirst()
                .orElseThrow(() -> new CannotRun("The built-in database cannot run as root here:"
                        + " start Pronto as an ordinary user, or give a database with pronto.database.url."));
    }

    List<String> command(String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    /** Gives a file or folder to the one the database runs as. */
    void own(Path path) throws IOException {
        if ((int) Files.getAttribute(path, "unix:uid") != owner) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }

    private static Identity as(int number) {
        return new Identity(
                List.of("setpriv", "--reuid", Integer.toString(number), "--regid", "nogroup", "--clear-groups"),
                number);
    }

    private static java.util.Optional<Integer> user(String name) throws IOException {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> Integer.valueOf(line.split(":", -1)[2]))
                    .findFirst();
        }
    }

    private boolean canRun(Programs programs) {
        try {
            var process = new ProcessBuilder(command(programs.path("postgres"), "--version"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
