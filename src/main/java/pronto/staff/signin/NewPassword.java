package pronto.staff.signin;

import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody chose, as it is kept, if it is good enough. It takes its time: ask outside of a transaction. */
@Component
public class NewPassword {

    private final PasswordRules rules;
    private final Passwords passwords;

    NewPassword(PasswordRules rules, Passwords passwords) {
        this.rules = rules;
        this.passwords = passwords;
    }

    public String hash(String password, String email, String name) {
        rules.check(password, "password", List.of(email, name));
        return passwords.hash(password);
    }
}
