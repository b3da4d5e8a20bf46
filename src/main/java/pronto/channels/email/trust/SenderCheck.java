package pronto.channels.email.trust;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Type;
import pronto.channels.EmailDomain;
import pronto.channels.Evidence;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;
import pronto.channels.email.Near;
import pronto.runtime.Settings;

/**
 * Finds out who sent a mail, once, as it comes in. No outcome refuses a mail, and none makes it wait for more than two
 * seconds: where the DNS is slow or too many ask at once, the sender is unverified.
 */
@Component
public class SenderCheck {

    private static final Logger log = LoggerFactory.getLogger(SenderCheck.class);

    private static final Duration SPAN = Duration.ofSeconds(2);
    private static final int AT_ONCE = 100;

    private final NameServers servers;
    private final List<String> believed;
    private final InstantSource time;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Timer took;

    @Autowired
    SenderCheck(NameServers servers, Settings settings, InstantSource time, MeterRegistry figures) {
        this(servers, settings.mail().authserv(), time, figures);
    }

    SenderCheck(NameServers servers, List<String> believed, InstantSource time, MeterRegistry figures) {
        this.servers = servers;
        this.believed = believed;
        this.time = time;
        this.took = figures.timer("pronto.mail.verified");
    }

    /**
     * {@code peer} is the other server's address where we are the first of ours to take the mail, null where a server of
     * ours took it before: then its word counts, and without one a signature.
     */
    public Evidence check(@Nullable String peer, String helo, String envelopeFrom, Passing mail) {
        try {
            return took.recordCallable(() -> found(peer, helo, envelopeFrom, mail));
        } catch (Exception e) {
            log.warn("A sender could not be checked: {}", e.toString());
            return Evidence.NONE;
        }
    }

    private Evidence found(@Nullable String peer, String helo, String envelopeFrom, Passing mail) {
        if (peer == null || isNear(peer)) {
            var word = word(mail.fields());
            if (word.isPresent()) {
                return word.get();
            }
        }
        if (peer == null
                && Dkim.signatures(mail.fields(), Author.of(mail.fields())).isEmpty()) {
            return Evidence.NONE;
        }
        if (!places.tryAcquire()) {
            return new Evidence(null, Check.NONE, List.of(), new Check(Result.TEMPERROR, null, "tooMany"));
        }
        try {
            return peer == null ? bySignature(mail) : asked(peer, helo, envelopeFrom, mail);
        } finally {
            places.release();
        }
    }

    private Optional<Evidence> word(Fields header) {
        var said = header.named("authentication-results").stream()
                .map(Fields.Field::text)
                .toList();
        return AuthenticationResults.of(
                said, Author.of(header).map(EmailDomain::name).orElse(null), believed);
    }

    private Evidence asked(String peer, String helo, String envelopeFrom, Passing mail) {
        var header = mail.fields();
        var author = Author.of(header);
        var lookups = new Lookups(servers, SPAN);
        var dkim = new Dkim(lookups, time.instant());
        var dmarc = new Dmarc(lookups);
        var signatures = Dkim.signatures(header, author);
        author.ifPresent(domain -> dmarc.prepare(domain.name()));
        dkim.prepare(signatures);
        EmailDomain.parse(envelopeFrom.substring(envelopeFrom.lastIndexOf('@') + 1))
                .ifPresent(domain -> lookups.prepare(domain.name(), Type.TXT));
        var spf = Spf.check(lookups, peer, helo, envelopeFrom);
        var signed = dkim.check(header, signatures, mail.hashes());
        return new Evidence(null, spf, signed, verdict(dmarc, author, header, spf, signed));
    }

    /** Whoever handed it over, a signature tells whose it is; that none does proves nothing, since nobody saw where it came from. */
    private Evidence bySignature(Passing mail) {
        var header = mail.fields();
        var author = Author.of(header);
        var lookups = new Lookups(servers, SPAN);
        var dkim = new Dkim(lookups, time.instant());
        var dmarc = new Dmarc(lookups);
        var signatures = Dkim.signatures(header, author);
        author.ifPresent(domain -> dmarc.prepare(domain.name()));
        dkim.prepare(signatures);
        var signed = dkim.check(header, signatures, mail.hashes());
        var verdict = verdict(dmarc, author, header, Check.NONE, signed);
        var said = verdict.result() == Result.PASS || author.isEmpty();
        return new Evidence(
                null, Check.NONE, signed, said ? verdict : new Check(Result.NONE, verdict.domain(), "noPeer"));
    }

    /** Who names two authors, or hides one, is nobody: one of them would be shown, another one proven. */
    private static Check verdict(
            Dmarc dmarc, Optional<EmailDomain> author, Fields header, Check spf, List<Check> signed) {
        return author.map(domain -> dmarc.check(domain.name(), spf, signed))
                .orElseGet(() -> header.named("from").size() > 1
                        ? new Check(Result.FAIL, null, "twoSenders")
                        : new Check(Result.PERMERROR, null, "noSender"));
    }

    /** On our own network: a server of ours may stand there. Everybody else only says so. */
    private static boolean isNear(String peer) {
        try {
            return Near.is(InetAddress.ofLiteral(peer));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
