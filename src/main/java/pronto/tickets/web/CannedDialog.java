package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** Where one looks for a canned answer. */
public record CannedDialog(String code, List<CannedList.Answer> answers) implements View {

    public CannedList list() {
        return new CannedList(answers);
    }
}
