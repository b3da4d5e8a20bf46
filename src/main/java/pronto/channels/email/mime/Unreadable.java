package pronto.channels.email.mime;

/** More than we are willing to read, or nothing that can be read; {@code why} is a word. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    Unreadable(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
