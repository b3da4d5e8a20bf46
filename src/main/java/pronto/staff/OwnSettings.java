package pronto.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.staff.signin.NewPassword;
import pronto.staff.signin.Sessions;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.Words;

/** What somebody who works here sets for themselves: how the screens speak to them, and their password. */
@Component
public class OwnSettings {

    private final Staff staff;
    private final JdbcClient db;
    private final Sessions sessions;
    private final NewPassword newPassword;
    private final Timeline timeline;
    private final Changes changes;

    OwnSettings(
            Staff staff,
            JdbcClient db,
            Sessions sessions,
            NewPassword newPassword,
            Timeline timeline,
            Changes changes) {
        this.staff = staff;
        this.db = db;
        this.sessions = sessions;
        this.newPassword = newPassword;
        this.timeline = timeline;
        this.changes = changes;
    }

    @Transactional
    public Technician prefer(long id, String language, @Nullable String timeZone, String theme, boolean singleKeys) {
        db.sql("""
                update staff.technician
                   set language = :language, time_zone = :zone, theme = :theme, single_keys = :keys
                 where id = :id
                """)
                .param("language", language(language))
                .param("zone", timeZone)
                .param("theme", theme)
                .param("keys", singleKeys)
                .param("id", id)
                .update();
        changes.record("staff", "technician:" + id);
        return staff.technician(id).orElseThrow(NotFound::new);
    }

    /** Gives somebody a password, if it is good enough. */
    public void choosePassword(Technician person, String password, Actor by) {
        setPasswordHash(person, newPassword.hash(password, person.email(), person.name()), by);
    }

    /** Whoever was in with the old one is out. */
    @Transactional
    public void setPasswordHash(Technician person, String hash, Actor by) {
        db.sql("update staff.technician set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", person.id())
                .update();
        sessions.endAll(person.id());
        timeline.add(
                "staff.passwordChanged",
                by,
                new Subject("technician", person.id()),
                null,
                Map.of("name", person.name()));
        changes.record("staff", "technician:" + person.id());
    }

    static String language(String language) {
        if (!Words.LANGUAGES.contains(language)) {
            throw new Invalid("unknown-language", "language");
        }
        return language;
    }
}
