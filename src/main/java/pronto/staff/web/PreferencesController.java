package pronto.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.OwnSettings;
import pronto.staff.Personnel;
import pronto.staff.Technician;
import pronto.staff.gate.SessionCookie;
import pronto.staff.signin.Session;
import pronto.staff.signin.Sessions;
import pronto.staff.signin.SignIn;
import pronto.staff.signin.web.Visitors;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;

/** What everybody may decide about themselves. */
@Controller
@Needs(Right.SELF)
@RequestMapping("/settings")
class PreferencesController {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .toList();

    private final Personnel personnel;
    private final OwnSettings own;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;

    PreferencesController(
            Personnel personnel, OwnSettings own, SignIn signIn, Sessions sessions, SessionCookie cookie) {
        this.personnel = personnel;
        this.own = own;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping
    View settings() {
        return Go.to("/settings/preferences");
    }

    @GetMapping("/preferences")
    View show(Technician me, Session session, Reader reader, @RequestParam(required = false) @Nullable String saved) {
        return new PreferencesView(
                me,
                reader.zone().getId(),
                zones(reader.zone().getId()),
                signIn.hasPassword(me),
                session.id(),
                sessions.of(me.id()),
                saved != null);
    }

    @PostMapping("/preferences")
    View save(
            Technician me,
            Reader reader,
            @RequestParam String language,
            @RequestParam String timeZone,
            @RequestParam String theme,
            @RequestParam(defaultValue = "false") boolean singleKeys) {
        if (!zones(reader.zone().getId()).contains(timeZone)) {
            throw new Invalid("unknown-time-zone", "timeZone");
        }
        if (!PreferencesView.THEMES.contains(theme)) {
            throw new Invalid("unknown-theme", "theme");
        }
        own.prefer(me.id(), language, timeZone, theme, singleKeys);
        return saved();
    }

    @PostMapping("/away")
    View away(Technician me, @RequestParam boolean away) {
        personnel.setAway(me.id(), away, me.actor());
        return saved();
    }

    @PostMapping("/password")
    View password(
            Technician me,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = signIn.changePassword(me, current, password, Visitors.of(request));
        cookie.replace(request, response, session);
        return saved();
    }

    @PostMapping("/sessions/{id}/end")
    View end(Technician me, @PathVariable long id) {
        sessions.end(me.id(), id);
        return saved();
    }

    /** The one that is theirs is among them, also where a machine calls it by another name. */
    private static List<String> zones(String theirs) {
        return ZONES.contains(theirs)
                ? ZONES
                : Stream.concat(Stream.of(theirs), ZONES.stream()).toList();
    }

    private static View saved() {
        return Go.to("/settings/preferences?saved");
    }
}
