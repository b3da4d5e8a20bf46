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
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import pronto.channels.IncomingMails;
import pronto.channels.email.Intake;
import pronto.files.Files;
import pronto.runtime.RealDatabase;
import pronto.runtime.Settings;

@ApplicationModuleTest(module = "channels", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
class MailboxTest extends RealDatabase {

    @Autowired
    Places places;

    @Autowired
    Intake intake;

    @Autowired
    Files files;

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

        await().atMost(Duration.ofSeconds(20)).until(() -> subjects().size() >= 30);
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
        await().untilAsserted(() -> assertThat(unseen()).isZero());
        watches.forEach(Watch::end);
        // As if the node had died between commit and mark.
        inbox().getMessages().getFirst().setFlag(Flags.Flag.SEEN, false);
        db.sql("insert into channels.mailbox_uid select name, uid_validity, last_uid from channels.mailbox")
                .update();

        watch("flag", "secret");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unseen()).isZero());
        assertThat(subjects()).containsExactly("kept");
    }

    @Test
    void a_refused_login_is_remembered_and_tried_again_later() throws Exception {
        watch("flag", "wrong");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(db.sql("""
                        select coalesce(failure || ' ' || (next_try_at > failing_since), '') from channels.mailbox
                        """).query(String.class).single()).isEqualTo("login refused true"));
    }

    private Watch watch(String after, String password) {
        var settings = new Settings.Mailbox(
                "127.0.0.1",
                server.getImap().getPort(),
                Settings.Mailbox.Security.NONE,
                "support@pronto.example",
                password,
                null,
                "INBOX",
                after);
        var me = UUID.randomUUID();
        var name = Mailboxes.name(settings);
        var watch = new Watch(
                settings,
                name,
                me,
                places,
                new Fetch(name, me, places, intake, files, Afterwards.of(after), 1_000_000));
        watches.add(watch);
        watch.start();
        return watch;
    }

    private StoredMessage put(String subject) throws MessagingException {
        var bytes = "From: marta@acme.example\r\nTo: support@pronto.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + UUID.randomUUID() + "@acme.example>\r\n\r\nHelp\r\n";
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
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(subjects()).containsExactlyInAnyOrder(subjects));
    }
}
