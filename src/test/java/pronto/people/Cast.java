package pronto.people;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.staff.signin.Sessions;
import pronto.staff.tokens.Tokens;
import pronto.timeline.Actor;

/** Hires people for a test and gives them browsers and programs that ask the running house. */
public final class Cast {

    private final ApplicationContext context;

    public Cast(ApplicationContext context) {
        this.context = context;
    }

    public Technician giulia() {
        return hired("Giulia Bianchi", Role.TECHNICIAN);
    }

    public Technician marco() {
        return hired("Marco Neri", Role.TECHNICIAN);
    }

    public Technician ada() {
        return hired("Ada Conti", Role.ADMINISTRATOR);
    }

    /** The person of this name and role; hired when first asked for. */
    public Technician hired(String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@pronto.example";
        context.getBean(JdbcClient.class)
                .sql("""
                        insert into staff.technician (email, name, role, created_at)
                        values (:email, :name, :role, '2026-01-01T00:00:00Z')
                        on conflict (email) do nothing
                        """)
                .param("email", email)
                .param("name", name)
                .param("role", role.text())
                .update();
        return context.getBean(Staff.class).technician(email).orElseThrow();
    }

    /** A browser in which this person has signed in. */
    public Browser browserOf(Technician person) {
        var sessions = context.getBean(Sessions.class);
        var secret = sessions.open(person.id(), "127.0.0.1", "test");
        var session = sessions.find(secret).orElseThrow();
        return new Browser(address(), "pronto=" + secret.reveal(), session.csrf());
    }

    /** A browser of somebody we do not know. */
    public Browser stranger() {
        return new Browser(address(), null, null);
    }

    /** A program with a token of the command line, which acts for nobody. */
    public Program program(Scope... scopes) {
        var made = context.getBean(Tokens.class).make("test", Set.of(scopes), null, Actor.PRONTO);
        return new Program(address(), made.secret().reveal());
    }

    /** A program without a token. */
    public Program unknownProgram() {
        return new Program(address(), null);
    }

    public Program programOf(Technician person, Scope... scopes) {
        var made = context.getBean(Tokens.class).make("test", Set.of(scopes), person.id(), person.actor());
        return new Program(address(), made.secret().reveal());
    }

    private String address() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:" + server.getPort();
    }
}
