package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.email.Samples;

/** Whatever is written to stop it, it is soon decided whether a mail confirms an address. */
class SignUpMailTest {

    static Stream<Named<String>> traps() {
        return Stream.of(
                Named.of("a title of words that may begin one", mail("join ".repeat(150_000), "hi")),
                Named.of("a title of one word", mail("confirm".repeat(100_000), "hi")),
                Named.of("a title of blanks", mail("code" + "\u00a0".repeat(300_000) + "x", "hi")),
                Named.of("a text of words that may begin one", mail("Hi", "join invited ".repeat(100_000))),
                Named.of("a text of one word", mail("Hi", "confirm".repeat(100_000))),
                Named.of("a text of blanks", mail("Hi", "code" + " ".repeat(900_000) + "x")),
                Named.of("a text of line ends", mail("Hi", "x" + "\n".repeat(900_000) + "x")));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void a_trap_is_soon_done_with(String trap) {
        var mail = Samples.read(trap);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();

        SignUpMail.is(mail);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void blanks_and_line_ends_hide_no_code() {
        var mail = "From: no-reply@service.example\nSubject: Your verification   code\n\nHello\n \n\n  123 456  \n\n";

        assertThat(SignUpMail.is(Samples.read(mail))).isTrue();
    }

    private static String mail(String title, String text) {
        return "From: no-reply@service.example\nSubject: " + title + "\n\n" + text;
    }
}
