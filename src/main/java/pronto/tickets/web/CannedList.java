package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** Canned answers with their placeholders filled in, ready to be put into the composer. */
public record CannedList(List<Answer> answers) implements View {

    public record Answer(String name, String words, String html) {}
}
