package pronto.sla.web;

import java.util.List;
import pronto.ui.View;

/** All calendars, with the one that is always there. */
public record CalendarsView(List<Line> lines, boolean mayChange) implements View {

    public record Line(String name, String path, String timeZone, List<String> week, List<String> plans) {}
}
