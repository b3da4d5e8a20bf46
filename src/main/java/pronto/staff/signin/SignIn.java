package pronto.staff.signin;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.EmailAddress;
import pronto.staff.OwnSettings;
import pronto.staff.Personnel;
import pronto.staff.Role;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.NotFound;
import pronto.ui.Refusal;

/** The door to the house: by password, or by a link that works once. */
@Component
public class SignIn {

    private final Staff staff;
    private final Personnel personnel;
    private final OwnSettings own;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final Throttle throttle;
    private final Links links;
    private final Letters letters;
    private final Sessions sessions;
    private final Timeline timeline;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    SignIn(
            Staff staff,
            Personnel personnel,
            OwnSettings own,
            Passwords passwords,
            NewPassword newPassword,
            Throttle throttle,
            Links links,
            Letters letters,
            Sessions sessions,
            Timeline timeline,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.staff = staff;
        this.personnel = personnel;
        this.own = own;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.throttle = throttle;
        this.links = links;
        this.letters = letters;
        this.sessions = sessions;
        this.timeline = timeline;
        this.db = db;
        this.transaction = transaction;
    }

    /** Where somebody comes from. */
    public record Visitor(String address, String browser) {}

    /** Opens a session. Whoever is unknown hears the same, after the same time, as whoever mistypes. */
    public Secret withPassword(String email, String password, Visitor visitor) {
        var name = EmailAddress.parse(email).map(EmailAddress::toString).orElse("nobody");
        throttle.attempt("sign-in", name, visitor.address());
        var person = staff.technician(name).filter(known -> known.leftAt() == null);
        var hash = person.map(known -> passwordHash(known.id())).orElse(null);
        if (!passwords.matches(password, hash)) {
            person.ifPresent(known -> note("staff.signInFailed", Actor.PRONTO, known, "password", visitor));
            throw new WrongSignIn();
        }
        throttle.succeeded("sign-in", name, visitor.address());
        return open(person.orElseThrow(), "password", visitor);
    }

    /** Mails a link to whoever it may be; the answer is the same for nobody. */
    public void askForLink(String email, Visitor visitor) {
        var name = EmailAddress.parse(email).map(EmailAddress::toString).orElse("nobody");
        throttle.attempt("link", name, visitor.address());
        staff.technician(name)
                .filter(known -> known.leftAt() == null)
                .ifPresent(known -> transaction.executeWithoutResult(
                        status -> letters.signInLink(known, links.make(Purpose.SIGN_IN, known.id()))));
    }

    /** What a link would do. */
    public Link look(Secret secret) {
        var link = links.look(secret).orElseThrow(Links.LinkSpent::new);
        if (link.purpose() == Purpose.FIRST && !nobodyYet()) {
            throw new Links.LinkSpent();
        }
        return link;
    }

    /** Spends the link and opens a session, with a new password where one is given. */
    public Secret withLink(Secret secret, @Nullable String password, Visitor visitor) {
        var person = owner(look(secret));
        var hash = password == null || password.isEmpty()
                ? null
                : newPassword.hash(password, person.email(), person.name());
        return transact(() -> {
            links.spend(secret);
            if (hash != null) {
                own.setPasswordHash(person, hash, person.actor());
            }
            return open(person, "link", visitor);
        });
    }

    /** The first administrator, by the link that the first start printed. */
    public Secret asFirst(Secret secret, String email, String name, String password, String language, Visitor visitor) {
        if (look(secret).purpose() != Purpose.FIRST) {
            throw new Links.LinkSpent();
        }
        var hash = newPassword.hash(password, email, name);
        return transact(() -> {
            // One after the other, so that two links printed by two nodes make one administrator.
            db.sql("lock table staff.technician in share row exclusive mode").update();
            if (!nobodyYet()) {
                throw new Links.LinkSpent();
            }
            links.spend(secret);
            var person = personnel.hire(email, name, Role.ADMINISTRATOR, language, Actor.PRONTO);
            own.setPasswordHash(person, hash, person.actor());
            return open(person, "link", visitor);
        });
    }

    public boolean nobodyYet() {
        return db.sql("select not exists (select from staff.technician)")
                .query(Boolean.class)
                .single();
    }

    /** Where there is a password already, it must be shown; every other session of this person ends. */
    public Secret changePassword(Technician person, @Nullable String current, String password, Visitor visitor) {
        var hash = passwordHash(person.id());
        if (hash != null) {
            throttle.attempt("sign-in", person.email(), visitor.address());
            if (!passwords.matches(current == null ? "" : current, hash)) {
                throw new WrongPassword();
            }
            throttle.succeeded("sign-in", person.email(), visitor.address());
        }
        var changed = newPassword.hash(password, person.email(), person.name());
        return transact(() -> {
            own.setPasswordHash(person, changed, person.actor());
            letters.passwordChanged(person);
            return sessions.open(person.id(), visitor.address(), visitor.browser());
        });
    }

    public boolean hasPassword(Technician person) {
        return passwordHash(person.id()) != null;
    }

    private Technician owner(Link link) {
        var id = link.technician();
        if (id == null) {
            throw new Links.LinkSpent();
        }
        return staff.technician(id).filter(person -> person.leftAt() == null).orElseThrow(NotFound::new);
    }

    private Secret open(Technician person, String how, Visitor visitor) {
        return transact(() -> {
            note("staff.signedIn", person.actor(), person, how, visitor);
            return sessions.open(person.id(), visitor.address(), visitor.browser());
        });
    }

    private void note(String kind, Actor actor, Technician person, String how, Visitor visitor) {
        timeline.add(
                kind,
                actor,
                new Subject("technician", person.id()),
                null,
                Map.of("name", person.name(), "how", how, "address", visitor.address()));
    }

    private @Nullable String passwordHash(long technician) {
        return db.sql("select password_hash from staff.technician where id = :id and password_hash is not null")
                .param("id", technician)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Secret transact(Supplier<Secret> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** The address and the password do not belong together; which of them is wrong is not said. */
    static final class WrongSignIn extends Refusal {

        WrongSignIn() {
            super(Kind.INVALID, "password", Map.of());
        }

        @Override
        public String name() {
            return "sign-in-wrong";
        }
    }

    /** The present password was to be shown, and is another. */
    static final class WrongPassword extends Refusal {

        WrongPassword() {
            super(Kind.INVALID, "current", Map.of());
        }

        @Override
        public String name() {
            return "password-wrong";
        }
    }
}
