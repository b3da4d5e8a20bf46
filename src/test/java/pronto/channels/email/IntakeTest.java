package pronto.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.IncomingMails;
import pronto.files.Files;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;

@ApplicationModuleTest(module = "channels", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
class IntakeTest extends RealDatabase {

    private static final String MAIL = "From: Marta <marta@acme.example>\r\nSubject: Help %s\r\n%s\r\nIt is gone.\r\n";
    private static final Intake.Arrival BY_SMTP =
            new Intake.Arrival("smtp", "192.0.2.1", null, "marta@acme.example", List.of("support@localhost"));
    private static final Intake.Arrival BY_NO_DOOR = new Intake.Arrival("window", null, null, null, List.of());
    private static final Intake.Arrival BY_IMAP = new Intake.Arrival("imap", null, null, null, List.of());

    @Autowired
    Intake intake;

    @Autowired
    Files files;

    @Autowired
    IncomingMails mails;

    @Autowired
    JdbcClient db;

    @Autowired
    TimeShift time;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void now() {
        time.set(Duration.ZERO);
    }

    @Test
    void a_mail_is_kept_as_it_came_and_waits_for_its_place() throws IOException {
        var id = take(BY_SMTP, named("kept"));

        assertThat(waiting(id)).containsExactly("marta@acme.example");
        var read = mails.read(id);
        assertThat(read.subject()).isEqualTo("Help kept");
        assertThat(read.envelopeTo()).containsExactly("support@localhost");
        try (var raw = files.open(read.raw())) {
            assertThat(new String(raw.readAllBytes(), ISO_8859_1)).isEqualTo(named("kept"));
        }
    }

    @Test
    void the_same_mail_by_another_door_is_the_same_mail() throws IOException {
        var first = take(BY_SMTP, named("doors"));
        var second = take(BY_IMAP, "Delivered-To: sales@localhost\r\n" + named("doors"));

        assertThat(second).isEqualTo(first);
        assertThat(waiting(first)).hasSize(1);
    }

    @Test
    void the_same_mail_by_fifty_doors_at_once_is_one_mail() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<Long>>mapToObj(i -> () -> take(BY_SMTP, named("fifty")))
                    .toList());

            assertThat(all.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
    }

    @Test
    void other_words_under_the_same_message_id_are_another_mail() throws IOException {
        assertThat(take(BY_SMTP, named("words").replace("gone", "back"))).isNotEqualTo(take(BY_SMTP, named("words")));
    }

    @Test
    void the_same_words_without_a_message_id_are_another_mail_tomorrow() throws IOException {
        var nameless = MAIL.formatted("nameless", "");
        var first = take(BY_SMTP, nameless);
        assertThat(take(BY_SMTP, nameless)).isEqualTo(first);

        time.set(Duration.ofHours(23));
        assertThat(take(BY_SMTP, nameless)).isEqualTo(first);
        time.set(Duration.ofHours(25));
        assertThat(take(BY_SMTP, nameless)).isNotEqualTo(first);
    }

    @Test
    void what_fails_beside_it_leaves_no_mail_behind() {
        assertThatThrownBy(() -> {
                    try (var mail = arriving(named("fails"))) {
                        intake.take(BY_IMAP, List.of(mail), () -> {
                            throw new IllegalStateException("no place remembered");
                        });
                    }
                })
                .isInstanceOf(IllegalStateException.class);

        assertThat(db.sql("select count(*) from channels.incoming where message_id = '<fails@acme.example>'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_became_of_it_is_remembered() throws IOException {
        var id = take(BY_SMTP, named("filed"));

        mails.unfiled(id, "automatic");
        assertThat(state(id)).isEqualTo("unfiled automatic");
        mails.filed(id);
        assertThat(state(id)).isEqualTo("filed ");
    }

    @Test
    void a_mail_that_cannot_be_kept_is_not_confirmed_and_its_neighbours_are() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 60)
                    .<Callable<Long>>mapToObj(i -> () -> take(i % 20 == 7 ? BY_NO_DOOR : BY_SMTP, named("beside" + i)))
                    .toList());

            assertThat(all.stream().filter(one -> one.state() == Future.State.FAILED))
                    .hasSize(3);
            assertThat(db.sql("select count(*) from channels.incoming where message_id like '<beside%'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(57);
        }
    }

    private List<String> waiting(long id) {
        return transaction
                .execute(status -> mails.next(1000, List.of()).stream().filter(mail -> mail.id() == id))
                .map(IncomingMails.Waiting::sender)
                .toList();
    }

    private String state(long id) {
        return db.sql("select state || ' ' || coalesce(reason, '') from channels.incoming where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long take(Intake.Arrival arrival, String bytes) throws IOException {
        try (var mail = arriving(bytes)) {
            return intake.take(arrival, mail);
        }
    }

    private ArrivingMail arriving(String bytes) throws IOException {
        var mail = new ArrivingMail(files);
        mail.write(bytes.getBytes(ISO_8859_1));
        return mail;
    }

    private static String named(String name) {
        return MAIL.formatted(name, "Message-ID: <" + name + "@acme.example>\r\n");
    }
}
