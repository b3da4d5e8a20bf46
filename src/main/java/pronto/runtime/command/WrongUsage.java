package pronto.runtime.command;

/** A command line that cannot be meant; one sentence says why. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
