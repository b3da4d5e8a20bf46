package pronto.channels.outbox;

/** What became of one try to hand a letter to the relay. Not knowing is an answer of its own. */
sealed interface Answer {

    String words();

    /** The relay has it. */
    record Taken(String words) implements Answer {}

    /** Not now, for this address (4xx). */
    record Later(String words) implements Answer {}

    /** Not ever, for this address (5xx). */
    record Refused(String words) implements Answer {}

    /** The relay itself cannot be used: nothing was said about this letter. */
    record Unreachable(String words) implements Answer {}

    /** All of it went out and no answer came: it may be on its way. Sent again it bears the same Message-ID. */
    record Unknown(String words) implements Answer {}
}
