package pronto.staff.signin;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import pronto.ui.Refusal;

/** Hashes passwords with Argon2id. Each takes 19 MiB for a moment, so only a few are at work at once. */
@Component
public class Passwords {

    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    // Somebody unknown must wait as long as somebody known.
    private final String nobodys = hash(Secret.random().reveal());

    public String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /** Whether it is the one; takes equally long for somebody who has none. */
    public boolean matches(String password, @Nullable String hash) {
        var matches = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return matches && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** More people sign in at this moment than the machine can check. */
    static final class TooBusy extends Refusal {

        TooBusy() {
            super(Kind.UNAVAILABLE, null, Map.of("seconds", 5));
        }

        @Override
        public String name() {
            return "too-busy";
        }
    }
}
