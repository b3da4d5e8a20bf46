package pronto.ui;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what failed because nothing can be kept just now (no database, no room) from what failed for good. */
public final class Away {

    /** The classes of SQL states of a lost connection, a want of room, a server that stops, a disk that fails. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Read only, as a server that is no longer the first one; a lock that did not come free. */
    private static final Set<String> STATES = Set.of("25006", "55P03", "40001", "40P01");

    private Away() {}

    public static boolean is(Throwable thrown) {
        var depth = 0;
        for (var cause = thrown; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (isItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isItself(Throwable thrown) {
        return switch (thrown) {
            case TransientDataAccessException later -> true;
            case DataAccessResourceFailureException away -> true;
            case CannotCreateTransactionException away -> true;
            case SQLException refused -> isState(refused.getSQLState());
            case IOException failed -> isFull(String.valueOf(failed.getMessage()));
            default -> false;
        };
    }

    private static boolean isState(@Nullable String state) {
        return state != null
                && (STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    /** Java has no name of its own for it. */
    private static boolean isFull(String message) {
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }
}
