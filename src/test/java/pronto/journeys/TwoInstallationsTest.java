package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.channels.Mailbox;
import pronto.channels.email.smtp.MailDoors;
import pronto.channels.outbox.FakeRelay;
import pronto.customers.Customers;
import pronto.people.House;
import pronto.people.Postman;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.timeline.Actor;

/** Two companies with a Pronto each, and each is the other's customer: what one writes by itself the other may answer. */
@NullUnmarked
class TwoInstallationsTest {

    private static final Pattern TELLS_OF_ITSELF = Pattern.compile(
            "(?im)^(?:Auto-Submitted|Precedence|X-Auto-Response-Suppress|In-Reply-To|References):.*\\r\\n(?:[ \\t].*\\r\\n)*");

    /** One installation, and the server that carries its mail to the other one. */
    private static final class Company {

        private final String domain;
        private final FakeRelay relay;
        private final House house;
        private final ScheduledExecutorService carrier = Executors.newSingleThreadScheduledExecutor();
        private final List<String> carried = new CopyOnWriteArrayList<>();

        Company(String domain) throws IOException {
            this.domain = domain;
            relay = new FakeRelay();
            house = House.open("pronto.mail.domain=" + domain, "pronto.mail.relay=" + relay.url());
        }

        String address() {
            return "support@" + domain;
        }

        /** {@code change} is what the way does to a mail; {@code sender} whom it names instead of nobody. */
        void writesTo(Company other, UnaryOperator<String> change, @Nullable String sender) {
            house.customer(other.domain.substring(0, 4).toUpperCase(Locale.ROOT), other.domain, other.domain);
            var customer = house.get(Customers.class)
                    .byCode(other.domain.substring(0, 4).toUpperCase(Locale.ROOT))
                    .orElseThrow();
            house.get(Customers.class).tie(customer.id(), other.address(), "Their desk", Actor.PRONTO);
            var door = other.house.get(MailDoors.class).smtpPort().orElseThrow();
            var postman = new Postman(door);
            relay.handingOn(mail -> carrier.execute(() -> carry(mail, postman, change, sender)));
        }

        private void carry(
                FakeRelay.Given mail, Postman postman, UnaryOperator<String> change, @Nullable String sender) {
            var envelope = mail.sender().isEmpty() && sender != null ? sender : mail.sender();
            var bytes = change.apply(mail.mail()).getBytes(StandardCharsets.UTF_8);
            if (postman.bring(envelope, mail.recipient(), bytes) == Postman.Outcome.TAKEN) {
                carried.add(mail.mail());
            } else {
                carrier.schedule(() -> carry(mail, postman, change, sender), 1, TimeUnit.SECONDS);
            }
        }

        long count(String question) {
            return house.get(JdbcClient.class).sql(question).query(Long.class).single();
        }

        long receipts() {
            return count("select count(*) from channels.outgoing where automatic");
        }

        long loops() {
            return count("select count(*) from timeline.entry where kind = 'tickets.loop'");
        }

        boolean quiet() {
            return carried.size() == relay.given.size()
                    && count("select count(*) from channels.delivery where state in ('queued', 'deferred')") == 0
                    && count("select count(*) from channels.incoming where state = 'received'") == 0;
        }

        void close() throws IOException {
            relay.close();
            house.close();
            carrier.shutdownNow();
        }
    }

    private Company alfa;
    private Company beta;

    @BeforeEach
    void open() throws IOException {
        alfa = new Company("alfa.test");
        beta = new Company("beta.test");
    }

    @AfterEach
    void close() throws IOException {
        beta.close();
        alfa.close();
    }

    @Test
    void a_receipt_is_known_for_what_it_is_and_answered_by_nobody() {
        alfa.writesTo(beta, mail -> mail, null);
        beta.writesTo(alfa, mail -> mail, null);

        write();

        awaitSilence();
        assertThat(beta.receipts()).isOne();
        assertThat(alfa.receipts()).isZero();
        nothingIsLost();
    }

    @Test
    void on_a_way_that_takes_every_sign_away_it_ends_after_two_rounds_and_both_say_so() {
        UnaryOperator<String> bare = mail -> TELLS_OF_ITSELF.matcher(mail).replaceAll("");
        alfa.writesTo(beta, bare, alfa.address());
        beta.writesTo(alfa, bare, beta.address());

        write();

        awaitSilence();
        assertThat(List.of(alfa.receipts(), beta.receipts())).containsExactly(2L, 2L);
        assertThat(List.of(alfa.loops(), beta.loops())).containsExactly(1L, 1L);
        nothingIsLost();
    }

    private void write() {
        var giulia = alfa.house.cast().giulia();
        alfa.house
                .get(Desk.class)
                .write(
                        new Desk.Letter(
                                "Your invoice",
                                new Body.Plain("Where is it?"),
                                List.of(new Mailbox(null, beta.address())),
                                List.of(),
                                List.of(),
                                giulia.id()),
                        giulia.actor());
    }

    private void awaitSilence() {
        await().atMost(Duration.ofSeconds(90)).until(() -> beta.receipts() > 0);
        await().atMost(Duration.ofSeconds(90)).during(Duration.ofSeconds(4)).until(() -> alfa.quiet() && beta.quiet());
    }

    /** Whatever was carried lies on a ticket of the one who got it. */
    private void nothingIsLost() {
        for (var way : List.of(List.of(alfa, beta), List.of(beta, alfa))) {
            assertThat(
                            way.getLast()
                                    .count(
                                            "select count(*) from tickets.message where direction = 'in' and incoming_id is not null"))
                    .isEqualTo(way.getFirst().carried.size());
        }
    }
}
