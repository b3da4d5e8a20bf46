package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** The first look at a ticket: five questions, who it is about, and the verdict beside them. */
public record ScreeningView(
        long id,
        String code,
        String subject,
        String path,
        boolean again,
        @Nullable Who who,
        String reporter,
        String said,
        List<Question> questions,
        Hand hand,
        SimilarView similar,
        VerdictView verdict)
        implements View {

    public record Who(
            String name, String code, String path, @Nullable String plan, List<String> platforms) {}

    public record Question(String name, int number, String word, List<Answer> answers) {

        public String look() {
            return answers.size() == 3 ? "opts opts--3" : "opts";
        }
    }

    public record Answer(String value, int key, String word, boolean chosen) {}

    /** What was set by hand, if anything. */
    public record Hand(@Nullable String priority, String reason) {

        public List<String> priorities() {
            return List.of("P1", "P2", "P3", "P4");
        }
    }
}
