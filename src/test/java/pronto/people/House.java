package pronto.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import pronto.Pronto;
import pronto.channels.email.smtp.MailDoors;
import pronto.customers.Customer;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.Customers;
import pronto.runtime.database.Connections;
import pronto.runtime.database.TestDatabases;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.timeline.Actor;

/** The whole program within the tests' own process: its web server, its mail door, its jobs, and PostgreSQL below. */
public final class House implements AutoCloseable {

    /** Whose bytes and rows these are; several houses may stand on one. */
    public record Ground(Connections database, Path files) {

        public static Ground fresh() {
            return new Ground(TestDatabases.fresh(), folder("files-"));
        }
    }

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On ground that nobody has stood on; settings are {@code key=value}. */
    public static House open(String... settings) {
        return on(Ground.fresh(), settings);
    }

    public static House on(Ground ground, String... settings) {
        var all = new LinkedHashMap<>(Map.of(
                "pronto.home",
                folder("node-").toString(),
                "pronto.database.url",
                ground.database().url(),
                "pronto.database.user",
                ground.database().user(),
                "pronto.database.password",
                ground.database().password(),
                "pronto.files",
                "file:" + ground.files(),
                "pronto.key",
                "A".repeat(43) + "=",
                "pronto.http.port",
                "0",
                "pronto.mail.domain",
                "pronto.test",
                "pronto.mail.smtp.port",
                "0",
                "pronto.mail.lmtp.port",
                "-1"));
        for (var setting : settings) {
            var at = setting.indexOf('=');
            all.put(setting.substring(0, at), setting.substring(at + 1));
        }
        var arguments = all.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        return new House(new SpringApplicationBuilder(Pronto.class).run(arguments.toArray(String[]::new)));
    }

    public String address() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:" + server.getPort();
    }

    public Cast cast() {
        return new Cast(context);
    }

    public <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    public <T> T get(String name, Class<T> part) {
        return context.getBean(name, part);
    }

    /** Brings the mail to the door and comes back when it was taken. */
    public void receive(Mail mail) {
        var postman = new Postman(get(MailDoors.class).smtpPort().orElseThrow());
        assertThat(postman.bring(mail.envelopeFrom(), mail.to(), mail.raw())).isEqualTo(Postman.Outcome.TAKEN);
    }

    /** The ticket that a mail by this door became, or came to lie on. */
    public Ticket reported(Mail mail) {
        receive(mail);
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> get(Tickets.class).withMessage(mail.id(), 1).stream()
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** A customer of ours, whose people write from this domain. */
    public Customer customer(String code, String name, String domain) {
        var fields = CustomerFields.named(name).withLanguage("it").withDomains(domain);
        return get(Customers.class)
                .byCode(code)
                .orElseGet(() -> get(CustomerBook.class).add(code, fields, Actor.PRONTO));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path folder(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
