package pronto.staff.web;

import java.util.List;
import pronto.staff.Technician;
import pronto.staff.signin.Session;
import pronto.ui.View;

/** How somebody likes Pronto, whether they are here, and where they are signed in. */
public record PreferencesView(
        Technician me,
        String zone,
        List<String> zones,
        boolean hasPassword,
        long session,
        List<Session> sessions,
        boolean saved)
        implements View {

    public BrowserName browserOf(Session session) {
        return BrowserName.of(session.browser());
    }

    public static final List<String> THEMES = List.of("system", "light", "dark");
}
