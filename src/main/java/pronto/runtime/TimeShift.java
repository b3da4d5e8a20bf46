package pronto.runtime;

import java.time.Duration;

/** Pushes the time of the whole installation, for tests and for the demo's past; every node follows. */
public interface TimeShift {

    /** How far the time told is from the database's clock, from now on. */
    void set(Duration shift);

    Duration current();
}
