package pronto.channels.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import pronto.channels.IncomingMails;
import pronto.runtime.RealDatabase;
import pronto.runtime.Settings;

@ApplicationModuleTest(module = "channels", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
class MailboxTest extends RealDatabase {

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    IncomingMails mails;

    @Autowired
    JdbcClient db;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<Watch> watches = new ArrayList<>();
    private GreenMailUser support;
    private long before;

    @BeforeEach
    void openMailbox() {
        db.sql("delete from channels.mailbox_left").update();
        db.sql("delete from channels.mailbox_uid").update();
        db.sql("delete from channels.mailbox").update();
        before = db.sql("select coalesce(max(id), 0) from channels.incoming")
                .query((row, number) -> row.getLong(1))
                .single();
        server.start();
        support = server.setUser("support@pronto.example", "secret");
    }

    @AfterEach
    void close() {
        watches.forEach(Watch::end);
        server.stop();
    }

    @Test
    void what_lies_there_unread_and_what_comes_is_taken_once_and_marked_as_read() throws Exception {
        put("unread");
        put("read").setFlag(Flags.Flag.SEEN, true);
        watch("flag", "secret");

        awaitTaken("unread");
        put("new");
        awaitTaken("unread", "new");
        await().untilAsserted(() -> assertThat(unseen()).isZero());
        assertThat(subjects()).containsExactlyInAnyOrder("unread", "new");
    }

    @Test
    void two_nodes_take_each_mail_once() throws Exception {
        watch("flag", "secret");
        watch("flag", "secret");
        for (int i = 0; i < 30; i++) {
            put("both " + i);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> subjects().size() >= 30);
        await().untilAsserted(() -> assertThat(unseen()).isZero());
        assertThat(subjects()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void another_node_goes_on_where_one_ended() throws Exception {
        var first = watch("flag", "secret");
        put("one");
        awaitTaken("one");
        first.end();
        put("two");

        watch("flag", "secret");
        awaitTaken("one", "two");
    }

    @Test
    void a_mail_is_moved_once_it_is_kept() throws Exception {
        watch("move:Done", "secret");
        put("moved");

        awaitTaken("moved");
        await().untilAsserted(() -> assertThat(count("INBOX")).isZero());
        assertThat(count("Done")).isEqualTo(1);
    }

    @Test
    void a_mail_is_deleted_once_it_is_kept() throws Exception {
        watch("delete", "secret");
        put("deleted");

        awaitTaken("deleted");
        await().untilAsserted(() -> assertThat(count("INBOX")).isZero());
    }

    @Test
    void what_was_kept_and_not_yet_marked_is_marked_later_and_not_taken_again() throws Exception {
        put("kept");
        watch("flag", "secret");
        awaitTaken("kept");
        awaitSettled();
        watches.forEach(Watch::end);
        // As if the node had died between commit and mark.
        inbox().getMessages().getFirst().setFlag(Flags.Flag.SEEN, false);
        db.sql(
                        "insert into channels.mailbox_uid select name, uid_validity, last_uid from channels.mailbox where name = :name")
                .param("name", mailbox())
                .update();

        watch("flag", "secret");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(unseen()).isZero());
        assertThat(subjects()).containsExactly("kept");
    }

    @Test
    void a_refused_login_is_remembered_and_tried_again_later() throws Exception {
        watch("flag", "wrong");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(db.sql("""
                        select coalesce(max(failure || ' ' || (next_try_at > failing_since)), '') from channels.mailbox
                         where name = :name
                        """)
                                .param("name", mailbox())
                                .query(String.class)
                                .single())
                        .startsWith("login refused")
                        .endsWith("true"));
    }

    @Test
    void by_choice_only_what_comes_from_now_on_is_taken() throws Exception {
        put("old");
        watch("flag", "secret", Settings.Mailbox.Start.NEW);
        await().until(() -> !place().equals("0 0"));

        put("new");
        awaitTaken("new");
    }

    @Test
    void by_choice_everything_is_taken_read_or_not() throws Exception {
        put("unread");
        put("read").setFlag(Flags.Flag.SEEN, true);

        watch("flag", "secret", Settings.Mailbox.Start.ALL);
        awaitTaken("unread", "read");
    }

    @Test
    void a_folder_with_new_numbers_is_gone_through_again_and_nothing_is_taken_twice() throws Exception {
        put("taken before");
        var first = watch("flag", "secret");
        awaitTaken("taken before");
        awaitSettled();
        first.end();
        // As if the server had rebuilt the folder while we were away, and a colleague had read there.
        db.sql("update channels.mailbox set uid_validity = uid_validity - 1, holder = null, held_until = null")
                .update();
        put("read by a colleague").setFlag(Flags.Flag.SEEN, true);
        put("unread");

        watch("flag", "secret");
        awaitTaken("taken before", "read by a colleague", "unread");
        put("after");
        awaitTaken("taken before", "read by a colleague", "unread", "after");
    }

    @Test
    void thousands_that_wait_are_taken_in_their_order() throws Exception {
        for (int i = 0; i < 600; i++) {
            put("waiting " + i);
        }

        watch("flag", "secret");
        await().atMost(Duration.ofMinutes(3)).until(() -> subjects().size() >= 600);
        assertThat(subjects())
                .containsExactlyElementsOf(
                        IntStream.range(0, 600).mapToObj(i -> "waiting " + i).toList());
        await().untilAsserted(() -> assertThat(unseen()).isZero());
    }

    @Test
    void a_mail_that_is_too_large_stays_there_and_is_listed_and_the_next_is_taken() throws Exception {
        put("huge", "x".repeat(70) + "\r\n", 600_000);
        put("next");

        watch("flag", "secret");
        awaitTaken("next");
        assertThat(db.sql("select reason || ' ' || subject || ' ' || sender from channels.mailbox_left")
                        .query(String.class)
                        .single())
                .isEqualTo("too-large huge marta@acme.example");
    }

    @Test
    void whoever_runs_it_is_told_once_when_a_mailbox_fails_for_long_and_when_it_works_again() throws Exception {
        var wrong = watch("flag", "wrong");
        await().atMost(Duration.ofSeconds(60)).until(() -> failing());
        assertThat(told()).isNull();

        db.sql("update channels.mailbox set failing_since = failing_since - interval '10 minutes'")
                .update();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told()).isNotNull());
        var first = told();
        wrong.end();
        db.sql("update channels.mailbox set next_try_at = null").update();

        watch("flag", "secret");
        await().atMost(Duration.ofSeconds(60)).until(() -> !failing());
        assertThat(first).isNotNull();
        assertThat(told()).isNull();
    }

    private boolean failing() {
        return db.sql("select count(*) from channels.mailbox where name = :name and failing_since is not null")
                        .param("name", mailbox())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private @Nullable Object told() {
        return db.sql("select told_at from channels.mailbox where name = :name")
                .param("name", mailbox())
                .query((row, number) -> Optional.ofNullable(row.getObject("told_at")))
                .single()
                .orElse(null);
    }

    private String place() {
        return db.sql("""
                select coalesce(max(coalesce(uid_validity, 0) || ' ' || last_uid), '0 0') from channels.mailbox
                 where name = :name
                """).param("name", mailbox()).query(String.class).single();
    }

    /** Its name; the watch of the test before may still write its own. */
    private String mailbox() {
        return "support@pronto.example@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
    }

    /** Marked there, and known here to be marked. */
    private void awaitSettled() {
        await().untilAsserted(() -> assertThat(unseen()).isZero());
        await().until(() -> db.sql("select count(*) from channels.mailbox_uid where mailbox = :name")
                        .param("name", mailbox())
                        .query(Long.class)
                        .single()
                == 0);
    }

    private Watch watch(String after, String password) {
        return watch(after, password, Settings.Mailbox.Start.UNREAD);
    }

    private Watch watch(String after, String password, Settings.Mailbox.Start start) {
        var settings = new Settings.Mailbox(
                "127.0.0.1",
                server.getImap().getPort(),
                Settings.Mailbox.Security.NONE,
                "support@pronto.example",
                password,
                null,
                "INBOX",
                after,
                start);
        var watch = mailboxes.watch(settings, UUID.randomUUID());
        watches.add(watch);
        watch.start();
        return watch;
    }

    private StoredMessage put(String subject) throws MessagingException {
        return put(subject, "Help\r\n", 1);
    }

    private StoredMessage put(String subject, String line, int lines) throws MessagingException {
        var bytes = "From: marta@acme.example\r\nTo: support@pronto.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + UUID.randomUUID() + "@acme.example>\r\n\r\n" + line.repeat(lines);
        support.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8))));
        return inbox().getMessages().getLast();
    }

    private MailFolder inbox() {
        return folder("INBOX");
    }

    private MailFolder folder(String name) {
        return Objects.requireNonNull(server.getManagers().getImapHostManager().getFolder(support, name));
    }

    private long unseen() {
        return inbox().getMessages().stream()
                .filter(mail -> !mail.isSet(Flags.Flag.SEEN))
                .count();
    }

    private int count(String folder) {
        return folder(folder).getMessageCount();
    }

    private List<String> subjects() {
        return db.sql("select id from channels.incoming where id > :before order by id")
                .param("before", before)
                .query((row, number) -> mails.read(row.getLong("id")).subject())
                .list();
    }

    private void awaitTaken(String... subjects) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(subjects()).containsExactlyInAnyOrder(subjects));
    }
}
