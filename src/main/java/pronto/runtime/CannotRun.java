package pronto.runtime;

/** Why the program cannot do what it was started for: one sentence for the person at the keyboard, no stack trace. */
public class CannotRun extends RuntimeException {

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
