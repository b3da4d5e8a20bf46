package pronto.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real Postfix on a loopback port of its own, with its own queue: needs root, like every Postfix. Where a mail goes is
 * said by address or domain, as in Postfix's transport table ({@code lmtp:inet:127.0.0.1:2424}).
 */
final class Postfix implements AutoCloseable {

    private final Path etc;

    private Postfix(Path etc) {
        this.etc = etc;
    }

    /** Whether this machine has it and lets us start it. */
    static boolean available() {
        return Files.isExecutable(Path.of("/usr/sbin/postfix")) && "root".equals(System.getProperty("user.name"));
    }

    static Postfix start(Path folder, String hostName, int port, Map<String, String> transports)
            throws IOException, InterruptedException {
        var etc = Files.createDirectories(folder.resolve("etc"));
        Files.createDirectories(folder.resolve("queue"));
        var data = Files.createDirectories(folder.resolve("data"));
        Commands.run("chown", "postfix", data.toString());
        Files.writeString(
                etc.resolve("main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                meta_directory = /etc/postfix
                shlib_directory = /usr/lib/postfix
                mail_owner = postfix
                setgid_group = postdrop
                myhostname = %2$s
                mydestination =
                mynetworks = 127.0.0.0/8
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                relay_domains = %3$s
                transport_maps = inline:{ %4$s }
                smtpd_relay_restrictions = permit_mynetworks, reject
                recipient_delimiter = +
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                minimal_backoff_time = 2s
                queue_run_delay = 2s
                alias_maps =
                alias_database =
                """.formatted(folder, hostName, domains(transports), table(transports)));
        Files.writeString(etc.resolve("master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                lmtp unix - - n - - lmtp
                flush unix n - n 1000? 0 flush
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
        Commands.run("/usr/sbin/postfix", "-c", etc.toString(), "start");
        Commands.awaitPort(port);
        return new Postfix(etc);
    }

    private static String domains(Map<String, String> transports) {
        return transports.keySet().stream()
                .map(target -> target.substring(target.indexOf('@') + 1))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String table(Map<String, String> transports) {
        return transports.entrySet().stream()
                .map(entry -> "{" + entry.getKey() + "=" + entry.getValue() + "}")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Commands.run("/usr/sbin/postfix", "-c", etc.toString(), "stop");
    }
}
