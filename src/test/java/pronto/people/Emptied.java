package pronto.people;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables without a row, beside a program that goes on with its jobs. */
public final class Emptied {

    private static final int ATTEMPTS = 20;

    private Emptied() {}

    /** And all that refers to them. */
    public static void of(JdbcClient db, String... tables) {
        for (var attempt = 1; ; attempt++) {
            try {
                db.sql("truncate " + String.join(", ", tables) + " cascade").update();
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                // It locks many tables, and a job that read one of them may come for another: one of the two is ended.
                if (attempt == ATTEMPTS) {
                    throw deadlock;
                }
            }
        }
    }
}
