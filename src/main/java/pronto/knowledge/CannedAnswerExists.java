package pronto.knowledge;

import java.util.Map;
import pronto.ui.Refusal;

/** Two answers of one name and language could not be told apart. */
public final class CannedAnswerExists extends Refusal {

    public CannedAnswerExists(String answer) {
        super(Kind.CONFLICT, "name", Map.of("answer", answer));
    }

    @Override
    public String name() {
        return "canned-answer-exists";
    }
}
