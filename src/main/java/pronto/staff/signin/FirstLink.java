package pronto.staff.signin;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pronto.runtime.Greeting;

/** Prints the link for the first administrator, until there is one. */
@Component
@Order(0)
class FirstLink implements Greeting {

    private final SignIn signIn;
    private final Links links;

    FirstLink(SignIn signIn, Links links) {
        this.signIn = signIn;
        this.links = links;
    }

    @Override
    public List<String> lines() {
        return signIn.nobodyYet()
                ? List.of("first administrator (once): " + links.make(Purpose.FIRST, null))
                : List.of();
    }
}
