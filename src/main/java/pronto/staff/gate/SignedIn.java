package pronto.staff.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import pronto.staff.Me;
import pronto.staff.Rights;
import pronto.staff.signin.Session;

/** The asker of a request: somebody with a session, or a program with a token. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    private final transient Me me;
    private final transient @Nullable Session session;

    private SignedIn(Me me, @Nullable Session session) {
        super(List.of());
        this.me = me;
        this.session = session;
        setAuthenticated(true);
    }

    static SignedIn with(Session session) {
        var technician = session.technician();
        return new SignedIn(new Me(technician.actor(), technician, Rights.of(technician.role())), session);
    }

    static SignedIn with(Me program) {
        return new SignedIn(program, null);
    }

    /** Kept with the request, so that a page about an error still knows its reader. */
    static Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(ATTRIBUTE));
    }

    void keepWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Me me() {
        return me;
    }

    @Nullable Session session() {
        return session;
    }

    @Override
    public String getName() {
        return me.key();
    }

    @Override
    public Me getPrincipal() {
        return me;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && me.equals(signedIn.me);
    }

    @Override
    public int hashCode() {
        return Objects.hash(me);
    }
}
