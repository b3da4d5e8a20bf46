package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.tickets.Satisfaction;
import pronto.ui.Text;
import pronto.ui.View;

/** The question whether a customer is content: the answer of their link is chosen, and one button says it. */
public record SatisfactionView(
        String token,
        String code,
        @Nullable Satisfaction chosen,
        String comment,
        Instant endsAt,
        boolean said,
        Text words,
        @Nullable String refused)
        implements View {

    public record Choice(String value, String word, boolean chosen) {}

    public List<Choice> choices() {
        return Stream.of(Satisfaction.values())
                .map(one -> new Choice(Spelling.of(one), "tickets.satisfaction." + one.name(), one == chosen))
                .toList();
    }
}
