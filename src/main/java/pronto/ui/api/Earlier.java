package pronto.ui.api;

import pronto.runtime.answers.KeptAnswer;

/** What there was before this request. */
sealed interface Earlier {

    record None() implements Earlier {}

    /** Another request with this key is at work. */
    record Running() implements Earlier {}

    record Answered(KeptAnswer kept) implements Earlier {}
}
