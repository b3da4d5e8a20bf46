package pronto.channels.email.smtp;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.OpenPorts;
import pronto.channels.SupportAddresses;
import pronto.channels.email.ArrivingMail;
import pronto.channels.email.Intake;
import pronto.channels.email.Near;
import pronto.files.Files;
import pronto.runtime.Settings;

/** The SMTP and LMTP ports of the settings: the last to open when Pronto starts, the first to close when it stops. */
@Component
public class MailDoors implements OpenPorts, SmartLifecycle {

    private static final int CLOSED = -1;

    private final Settings settings;
    private final SupportAddresses addresses;
    private final Intake intake;
    private final Files files;
    private final InstantSource time;
    private volatile @Nullable Listener smtp;
    private volatile @Nullable Listener lmtp;

    MailDoors(Settings settings, SupportAddresses addresses, Intake intake, Files files, InstantSource time) {
        this.settings = settings;
        this.addresses = addresses;
        this.intake = intake;
        this.files = files;
        this.time = time;
    }

    @Override
    public void start() {
        var mail = settings.mail();
        smtp = open(Protocol.SMTP, mail.smtp().port());
        lmtp = open(Protocol.LMTP, mail.lmtp().port());
    }

    @Override
    public void stop() {
        var closing = new ArrayList<Thread>();
        for (var door : new Listener[] {smtp, lmtp}) {
            if (door != null) {
                closing.add(Thread.ofVirtual().start(door::close));
            }
        }
        closing.forEach(MailDoors::await);
        smtp = null;
        lmtp = null;
    }

    @Override
    public boolean isRunning() {
        return smtp != null || lmtp != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    @Override
    public OptionalInt smtpPort() {
        return port(smtp);
    }

    @Override
    public OptionalInt lmtpPort() {
        return port(lmtp);
    }

    private static OptionalInt port(@Nullable Listener door) {
        return door == null ? OptionalInt.empty() : OptionalInt.of(door.port());
    }

    private @Nullable Listener open(Protocol protocol, int port) {
        var mail = settings.mail();
        var limits = Limits.ofSize(mail.size().toBytes());
        var pace = new PeerPace(limits.mailsAMinute(), Near::is, time);
        var house = new House(mail.domain(), limits, pace, new Door(protocol), files, certificate());
        return port == CLOSED ? null : new Listener(protocol, house, mail.smtp().address(), port);
    }

    private Supplier<@Nullable Tls> certificate() {
        var tls = settings.tls();
        return tls.certificate() == null || tls.key() == null ? () -> null : new PemFiles(tls.certificate(), tls.key());
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the house does with what comes through this door. */
    private final class Door implements Reception {

        private final String name;

        Door(Protocol protocol) {
            this.name = protocol.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean isOurs(String address) {
            return addresses.find(house(address)) != null;
        }

        /** Whoever takes mail takes the postmaster's (RFC 5321, 4.5.1): it comes to the first support address. */
        private String house(String address) {
            var postmaster = address.equalsIgnoreCase("postmaster")
                    || addresses.all().stream()
                            .map(ours -> ours.address().substring(ours.address().lastIndexOf('@')))
                            .anyMatch(domain -> address.equalsIgnoreCase("postmaster" + domain));
            return postmaster && addresses.find(address) == null
                    ? addresses.main().address()
                    : address;
        }

        @Override
        public void take(Envelope envelope, ArrivingMail mail) throws IOException {
            var to = envelope.to().stream()
                    .map(this::house)
                    .map(address -> EmailAddress.parse(address)
                            .map(EmailAddress::toString)
                            .orElse(address))
                    .distinct()
                    .toList();
            intake.take(new Intake.Arrival(name, envelope.peer(), envelope.helo(), envelope.from(), to), mail);
        }
    }
}
