package pronto.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A real Dovecot on loopback ports of its own: every address has a mailbox, fed by LMTP and read by IMAP with the password
 * {@code secret}. It is the customer's mail program as well, since it can say what it would show as one conversation.
 */
public final class Dovecot implements AutoCloseable {

    private final Path configuration;
    private final int imap;
    private final int lmtp;

    private Dovecot(Path configuration, int imap, int lmtp) {
        this.configuration = configuration;
        this.imap = imap;
        this.lmtp = lmtp;
    }

    public static boolean available() {
        return Files.isExecutable(Path.of("/usr/sbin/dovecot")) && "root".equals(System.getProperty("user.name"));
    }

    public static Dovecot start(Path folder, int imap, int lmtp) throws IOException, InterruptedException {
        return start(folder, imap, lmtp, """
                passdb {
                  driver = static
                  args = password=secret
                }
                """);
    }

    /** Whose passwords are access tokens, which it shows to this address to hear whether they are good. */
    static Dovecot withTokens(Path folder, int imap, int lmtp, URI introspection)
            throws IOException, InterruptedException {
        var oauth =
                Files.writeString(Files.createDirectories(folder).resolve("oauth2.conf"), """
                introspection_url = %s
                introspection_mode = post
                username_attribute = email
                active_attribute = active
                active_value = true
                """.formatted(introspection));
        return start(folder, imap, lmtp, """
                auth_mechanisms = xoauth2
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %s
                }
                """.formatted(oauth));
    }

    private static Dovecot start(Path folder, int imap, int lmtp, String passwords)
            throws IOException, InterruptedException {
        var mail = Files.createDirectories(folder.resolve("mail"));
        Commands.run("chown", "dovecot", mail.toString());
        var configuration =
                Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                log_path = %1$s/log
                protocols = imap lmtp
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                recipient_delimiter = +
                %4$s
                userdb {
                  driver = static
                  args = uid=dovecot gid=dovecot home=%1$s/mail/%%u allow_all_users=yes
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = %3$d
                  }
                }
                """.formatted(folder, imap, lmtp, passwords));
        var dovecot = new Dovecot(configuration, imap, lmtp);
        dovecot.startAgain();
        return dovecot;
    }

    void startAgain() throws IOException, InterruptedException {
        Commands.run("/usr/sbin/dovecot", "-c", configuration.toString());
        Commands.awaitPort(imap);
    }

    /** All of it at once, whatever it is doing. */
    void kill() throws IOException {
        var master = ProcessHandle.of(Long.parseLong(
                        Files.readString(folder().resolve("run/master.pid")).strip()))
                .orElseThrow();
        var all = Stream.concat(master.descendants(), Stream.of(master)).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Lays mails into a mailbox, as a delivery does. */
    public void deliver(String address, List<byte[]> mails) throws IOException, InterruptedException {
        var mailbox = mailbox(address);
        for (var folder : List.of("cur", "new", "tmp")) {
            Files.createDirectories(mailbox.resolve(folder));
        }
        var name = System.nanoTime();
        for (var mail : mails) {
            Files.write(mailbox.resolve("tmp").resolve(name++ + ".test"), mail);
        }
        Commands.run("chown", "-R", "dovecot:dovecot", mailbox.toString());
        try (var written = Files.list(mailbox.resolve("tmp"))) {
            for (var mail : written.sorted().toList()) {
                Files.move(mail, mailbox.resolve("new").resolve(mail.getFileName()));
            }
        }
    }

    /** Loses the numbers of all mails, as after a restore; for while it does not run. */
    void forgetNumbers(String address) throws IOException {
        try (var files = Files.list(mailbox(address))) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private Path mailbox(String address) {
        return folder().resolve("mail").resolve(address);
    }

    private Path folder() {
        return Objects.requireNonNull(configuration.getParent());
    }

    public int imap() {
        return imap;
    }

    int lmtp() {
        return lmtp;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Commands.run("/usr/sbin/dovecot", "-c", configuration.toString(), "stop");
    }
}
