package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** To whom a ticket goes: a technician, or a team whose queue it returns to. */
public record AssignDialog(String code, List<Choice> technicians, List<Choice> teams) implements View {

    public record Choice(long id, String name, boolean away, boolean me, boolean chosen) {}
}
