package pronto.channels.email.automatic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.Notice.Bounce;
import pronto.channels.Notice.Outcome;
import pronto.channels.Notice.Recipient;
import pronto.channels.SupportAddresses;
import pronto.channels.email.mime.Addresses;
import pronto.channels.email.mime.Enclosed;
import pronto.channels.email.mime.Enclosure;
import pronto.channels.email.mime.ReadMail;

/** What a report says of a mail of ours: which one, to whom, and what became of it. */
final class Bounces {

    private static final int ENOUGH = 64 * 1024;
    private static final int TOKENS = 10;
    private static final Pattern PLUS_ADDRESS =
            Pattern.compile("([\\p{Alnum}._-]{1,64})\\+([\\p{Alnum}]{20,64})@([\\p{Alnum}.-]{1,253})");
    private static final Pattern ANY_ADDRESS = Pattern.compile("[^\\s<>@]{1,64}@[^\\s<>@]{1,253}");

    private Bounces() {}

    static Bounce read(ReadMail mail, String subject, String text, SupportAddresses ours) {
        var recipients = mail.enclosures().stream()
                .filter(enclosure -> Enclosure.isStatus(enclosure.type()))
                .flatMap(enclosure -> DeliveryStatus.read(enclosure.text()).stream())
                .toList();
        if (recipients.isEmpty()) {
            var outcome = Words.sayDelayed(subject, text) ? Outcome.DELAYED : Outcome.FAILED;
            var named = String.join(" ", mail.header().all("x-failed-recipients"));
            recipients = InWords.read(text, named, outcome, notTheirs(mail, text, ours));
            return new Bounce(outcome, about(mail, text), tokens(mail, text, ours), recipients);
        }
        return new Bounce(outcome(recipients), about(mail, text), tokens(mail, text, ours), recipients);
    }

    /** One that failed is what somebody has to know; a delay comes next. */
    private static Outcome outcome(List<Recipient> recipients) {
        return recipients.stream()
                .map(Recipient::outcome)
                .min(Outcome::compareTo)
                .orElse(Outcome.FAILED);
    }

    static Set<String> addresses(String text) {
        var found = new LinkedHashSet<String>();
        ANY_ADDRESS
                .matcher(text.substring(0, Math.min(ENOUGH, text.length())))
                .results()
                .limit(5)
                .forEach(address -> found.add(address.group()));
        return found;
    }

    /** The mail it is about: as it was enclosed, else as it is repeated in the text. */
    static @Nullable String about(ReadMail mail, String text) {
        for (var enclosure : mail.enclosures()) {
            var id = Enclosure.isMail(enclosure.type()) ? enclosure.messageId() : null;
            if (id != null) {
                return id;
            }
        }
        var repeated = Enclosed.messageIds(text);
        return repeated.isEmpty() ? null : repeated.getFirst();
    }

    private static List<String> tokens(ReadMail mail, String text, SupportAddresses ours) {
        var tokens = new LinkedHashSet<String>();
        var places = new StringBuilder(text.substring(0, Math.min(ENOUGH, text.length())));
        mail.enclosures().forEach(enclosure -> places.append('\n').append(enclosure.text()));
        var found = PLUS_ADDRESS.matcher(places);
        while (tokens.size() < TOKENS && found.find()) {
            if (ours.find(found.group().toLowerCase(Locale.ROOT)) != null) {
                tokens.add(found.group(2));
            }
        }
        return List.copyOf(tokens);
    }

    private static Predicate<String> notTheirs(ReadMail mail, String text, SupportAddresses ours) {
        var header = mail.header();
        var reporter = new LinkedHashSet<String>();
        for (String field : List.of("from", "to", "reply-to", "sender", "return-path")) {
            Addresses.parse(header.first(field)).forEach(person -> reporter.add(person.address()));
        }
        Enclosed.messageIds(text).forEach(id -> reporter.add(id.toLowerCase(Locale.ROOT)));
        return address -> reporter.contains(address)
                || ours.find(address) != null
                || address.startsWith("postmaster@")
                || address.startsWith("mailer-daemon@")
                || address.startsWith("abuse@");
    }
}
