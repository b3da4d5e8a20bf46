package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pronto.people.FreePort;
import pronto.runtime.database.TestDatabases;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.timeline.Actor;

/**
 * The customer has a Postfix and a Dovecot, the vendor has a Postfix and a Dovecot: mail reaches Pronto by SMTP, by LMTP
 * and by IMAP, and what Pronto answers is read and answered in the customer's mailbox.
 */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnabledIf("serversAreHere")
@NullUnmarked
class RealMailServersTest {

    private static final String MARTA = "marta@customer.test";

    private static Postfix customers;
    private static Postfix vendors;
    private static Dovecot mailboxes;
    private static int customersPort;

    @Autowired
    Desk desk;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient database;

    static boolean serversAreHere() {
        return Postfix.available() && Dovecot.available() && Files.isExecutable(Path.of("/usr/bin/swaks"));
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) throws IOException, InterruptedException {
        if (!serversAreHere()) {
            return;
        }
        // Not below target: the servers' own users must be able to enter every folder above.
        var folder = Files.createTempDirectory("pronto-mail");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        var smtp = FreePort.next();
        var lmtp = FreePort.next();
        customersPort = FreePort.next();
        var vendorsPort = FreePort.next();
        mailboxes = Dovecot.start(Files.createDirectories(folder.resolve("dovecot")), FreePort.next(), FreePort.next());
        var toMailboxes = "lmtp:inet:127.0.0.1:" + mailboxes.lmtp();
        vendors = Postfix.start(
                folder.resolve("vendor"),
                "mx.vendor.test",
                vendorsPort,
                Map.of(
                        "support@vendor.test", "lmtp:inet:127.0.0.1:" + lmtp,
                        "direct@vendor.test", "smtp:[127.0.0.1]:" + smtp,
                        "mailbox@vendor.test", toMailboxes,
                        "customer.test", "smtp:[127.0.0.1]:" + customersPort));
        customers = Postfix.start(
                folder.resolve("customer"),
                "mx.customer.test",
                customersPort,
                Map.of("customer.test", toMailboxes, "vendor.test", "smtp:[127.0.0.1]:" + vendorsPort));
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), "home-");
        var database = TestDatabases.fresh();
        registry.add("pronto.home", home::toString);
        registry.add("pronto.database.url", database::url);
        registry.add("pronto.database.user", database::user);
        registry.add("pronto.database.password", database::password);
        registry.add("pronto.mail.smtp.port", () -> smtp);
        registry.add("pronto.mail.lmtp.port", () -> lmtp);
        registry.add("pronto.mail.domain", () -> "vendor.test");
        registry.add("pronto.mail.addresses", () -> "support@vendor.test,direct@vendor.test,mailbox@vendor.test");
        registry.add("pronto.mail.relay", () -> "smtp://127.0.0.1:" + vendorsPort);
        registry.add("pronto.mailboxes[0].host", () -> "127.0.0.1");
        registry.add("pronto.mailboxes[0].port", mailboxes::imap);
        registry.add("pronto.mailboxes[0].tls", () -> "none");
        registry.add("pronto.mailboxes[0].user", () -> "mailbox@vendor.test");
        registry.add("pronto.mailboxes[0].password", () -> "secret");
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        customers.close();
        vendors.close();
        mailboxes.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support@vendor.test", "direct@vendor.test", "mailbox@vendor.test"})
    void marta_writes_by_this_door_reads_the_answer_in_her_thread_and_her_reply_joins(String address) throws Exception {
        var door = address.substring(0, address.indexOf('@'));
        var question = "<question-" + door + "@customer.test>";
        swaks(address, question, "The " + door + " is stuck", "Nothing goes out since nine.", null);
        swaks(MARTA, question, "The " + door + " is stuck", "Nothing goes out since nine.", null);

        var ticket = await().atMost(Duration.ofSeconds(60)).until(() -> one(question), found -> !found.isEmpty());
        assertThat(ticket).hasSize(1);
        var opened = ticket.getFirst();

        var sent = desk.reply(
                opened.id(),
                new Reply(new Body.Plain("We are looking at it."), null, null, List.of(), null),
                Actor.PRONTO);

        var answer = await().atMost(Duration.ofSeconds(60)).until(() -> read(sent.messageId()), read -> read != null);
        assertThat(answer.subject()).isEqualTo("Re: The " + door + " is stuck");
        assertThat(conversations(answer.thread()))
                .as("conversations in her mailbox: " + answer.thread())
                .isOne();

        swaks(
                answer.replyTo(),
                "<reply-" + door + "@customer.test>",
                "Re: " + answer.subject(),
                "Thank you!",
                sent.messageId());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(one("<reply-" + door + "@customer.test>"))
                        .extracting(Ticket::code)
                        .containsExactly(opened.code()));
        clear();
    }

    /** How many threads a server's answer holds: its outermost brackets. */
    private static int conversations(String threads) {
        var depth = 0;
        var found = 0;
        for (var sign : threads.toCharArray()) {
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            found += sign == '(' && depth == 1 ? 1 : 0;
        }
        return found;
    }

    private List<Ticket> one(String messageId) {
        return tickets.withMessage(messageId, 5);
    }

    private static void swaks(String to, String messageId, String subject, String text, String answers)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                "swaks",
                "--server",
                "127.0.0.1:" + customersPort,
                "--from",
                MARTA,
                "--to",
                to,
                "--h-From",
                "Marta <" + MARTA + ">",
                "--h-Subject",
                subject,
                "--body",
                text,
                "--h-Message-Id",
                messageId));
        if (answers != null) {
            command.addAll(
                    List.of("--add-header", "In-Reply-To: " + answers, "--add-header", "References: " + answers));
        }
        Commands.run(command.toArray(String[]::new));
    }

    /** What Marta's mail program shows of one mail, and how its server threads the mailbox. */
    private record Read(String subject, String replyTo, String thread) {}

    private static Read read(String messageId) throws MessagingException {
        return inMailbox(folder -> {
            for (Message message : folder.getMessages()) {
                if (List.of(message.getHeader("Message-ID")).contains(messageId)) {
                    var replyTo = ((InternetAddress) message.getReplyTo()[0]).getAddress();
                    return new Read(message.getSubject(), replyTo, threads(folder));
                }
            }
            return null;
        });
    }

    private static String threads(IMAPFolder folder) throws MessagingException {
        return (String) folder.doCommand(protocol -> {
            for (var response : protocol.command("THREAD REFERENCES UTF-8 ALL", null)) {
                if (response instanceof IMAPResponse imap && imap.keyEquals("THREAD")) {
                    return imap.getRest();
                }
            }
            return "";
        });
    }

    private static void clear() throws MessagingException {
        inMailbox(folder -> {
            folder.setFlags(folder.getMessages(), new jakarta.mail.Flags(jakarta.mail.Flags.Flag.DELETED), true);
            folder.expunge();
            return null;
        });
    }

    private interface Look<T> {
        T at(IMAPFolder folder) throws MessagingException;
    }

    private static <T> T inMailbox(Look<T> look) throws MessagingException {
        var session = Session.getInstance(new Properties());
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", mailboxes.imap(), MARTA, "secret");
            try (var folder = (IMAPFolder) store.getFolder("INBOX")) {
                folder.open(Folder.READ_WRITE);
                return look.at(folder);
            }
        }
    }
}
