package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** Whom one may mean: customers that fit what was typed, or the contacts of the one that was chosen. */
public record LetterKnown(List<SideView.Suggestion> customers, List<Person> people) implements View {

    public record Person(String name, String address) {}
}
