package pronto.tickets.web;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.browser.Stage;
import pronto.browser.Visitor;

/** The console stands without a barrier in each language, theme and width. */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleLooksTest {

    private static final class Held {
        private static final Stage STAGE = Stage.with(SampleConsole.class, SampleConsole.Places.class);
    }

    @BeforeAll
    void open() {
        Held.STAGE.root();
    }

    @AfterAll
    void close() {
        Held.STAGE.close();
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.NIGHT, Look.PHONE, Look.PHONE_AT_NIGHT);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_ticket_beside_the_queue(Look look) {
        try (var marta = new Visitor(Held.STAGE.root(), look)) {
            marta.open("/tickets/T-1003K").picture("ticket-" + look).findsNoFault();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_queue_alone(Look look) {
        try (var marta = new Visitor(Held.STAGE.root(), look)) {
            marta.open("/").picture("queue-" + look).findsNoFault();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_stranger_in_the_lane(Look look) {
        try (var marta = new Visitor(Held.STAGE.root(), look)) {
            marta.open("/tickets/T-1009X?view=unknown")
                    .picture("unknown-" + look)
                    .findsNoFault();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void why_a_sender_is_doubted(Look look) {
        try (var marta = new Visitor(Held.STAGE.root(), look)) {
            marta.open("/tickets/T-1009X?view=unknown");
            marta.page().click("#trust-21 > summary");
            marta.picture("doubt-" + look).findsNoFault();
        }
    }
}
