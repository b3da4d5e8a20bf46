package pronto.people;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every test waits long enough for a machine that has other things to do; what comes sooner is seen sooner. */
public final class Patience implements BeforeAllCallback {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.setDefaultTimeout(LONG_ENOUGH);
        PlaywrightAssertions.setDefaultAssertionTimeout(LONG_ENOUGH.toMillis());
    }
}
