package pronto.tickets.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pronto.runtime.Spelling;
import pronto.tickets.Checklist;
import pronto.tickets.Diagnostic;
import pronto.ui.View;

/** What the customer is asked for: a list that fits what goes wrong, to tick more or less of. */
public record AskDialog(String code, String waits, List<Group> groups, List<Thing> things) implements View {

    public record Group(String value, String items) {}

    public record Thing(String value) {}

    static AskDialog of(String code, String waits) {
        return new AskDialog(
                code,
                waits,
                Stream.of(Checklist.values())
                        .map(list -> new Group(
                                Spelling.of(list),
                                list.items().stream().map(Spelling::of).collect(Collectors.joining(" "))))
                        .toList(),
                Stream.of(Diagnostic.values())
                        .map(thing -> new Thing(Spelling.of(thing)))
                        .toList());
    }
}
