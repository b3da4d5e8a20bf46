package pronto.tickets;

import java.util.Map;
import pronto.ui.Refusal;

/** The answer was taken back already: it has not left, and is the draft again. */
public final class AnswerTakenBack extends Refusal {

    public AnswerTakenBack() {
        super(Kind.CONFLICT, null, Map.of());
    }

    @Override
    public String name() {
        return "answer-taken-back";
    }
}
