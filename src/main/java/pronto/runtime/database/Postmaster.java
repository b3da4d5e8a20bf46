package pronto.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a running server writes about itself into its folder. */
record Postmaster(long pid, int port) {

    static Optional<Postmaster> of(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isOnlyAName();
    }

    /** Dead, but nobody has asked for its exit status yet: it still counts as a process. */
    private boolean isOnlyAName() {
        try {
            var state = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return state.startsWith(" Z", state.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }
}
