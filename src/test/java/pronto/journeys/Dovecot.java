package pronto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real Dovecot on loopback ports of its own: every address has a mailbox, fed by LMTP and read by IMAP with the password
 * {@code secret}. It is the customer's mail program as well, since it can say what it would show as one conversation.
 */
final class Dovecot implements AutoCloseable {

    private final Path configuration;
    private final int imap;
    private final int lmtp;

    private Dovecot(Path configuration, int imap, int lmtp) {
        this.configuration = configuration;
        this.imap = imap;
        this.lmtp = lmtp;
    }

    static boolean available() {
        return Files.isExecutable(Path.of("/usr/sbin/dovecot")) && "root".equals(System.getProperty("user.name"));
    }

    static Dovecot start(Path folder, int imap, int lmtp) throws IOException, InterruptedException {
        var mail = Files.createDirectories(folder.resolve("mail"));
        Commands.run("chown", "dovecot", mail.toString());
        var configuration = Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                log_path = %1$s/log
                protocols = imap lmtp
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                recipient_delimiter = +
                passdb {
                  driver = static
                  args = password=secret
                }
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
                """.formatted(folder, imap, lmtp));
        Commands.run("/usr/sbin/dovecot", "-c", configuration.toString());
        Commands.awaitPort(imap);
        return new Dovecot(configuration, imap, lmtp);
    }

    int imap() {
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
