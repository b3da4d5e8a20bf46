package pronto.channels.email.automatic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pronto.channels.EmailAddress;
import pronto.channels.Notice.Outcome;
import pronto.channels.Notice.Recipient;

/** A report that only people can read: whose addresses stand before the mail that it gives back, and what is said there. */
final class InWords {

    private static final int LONGEST = 32 * 1024;
    private static final int MOST = 20;
    private static final Pattern GIVEN_BACK = Pattern.compile(
            "(?im)^[ \\t>|*=_-]{0,40}(?:(?:original|returned|unsent|undelivered|your|this is a copy of|below this line is a copy of)"
                    + "[^\\n]{0,40}\\b(?:message|mail|headers?)\\b[^\\n]{0,60}(?:follows?:?|:|-{3,})|-{3,} ?(?:this is a copy|original"
                    + "|returned|header|the (?:header|original|transcript)|enclosed)[^\\n]{0,80}|received: (?:from|by) )");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{Alnum}._%+@=/&-])[\\p{Alnum}_%+=&][\\p{Alnum}._%+=/&'-]{0,63}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,8}");

    private InWords() {}

    /** {@code notTheirs} tells addresses that cannot be meant: who reports, and our own. */
    static List<Recipient> read(String text, String named, Outcome outcome, Predicate<String> notTheirs) {
        var report = report(text);
        var addresses = addresses(named, notTheirs);
        if (addresses.isEmpty()) {
            addresses = addresses(report, notTheirs);
        }
        var recipients = new ArrayList<Recipient>();
        for (String address : addresses) {
            var said = Diagnosis.line(around(report, address));
            var status = Diagnosis.better(Diagnosis.status(said), addresses.size() > 1 ? "" : Diagnosis.status(report));
            boolean permanent = Diagnosis.isPermanent(outcome, status, said);
            recipients.add(new Recipient(address, outcome, status, permanent, said));
        }
        return recipients;
    }

    private static String report(String text) {
        var start = text.substring(0, Math.min(text.length(), LONGEST));
        var end = GIVEN_BACK.matcher(start);
        return end.find() && end.start() > 0 ? start.substring(0, end.start()) : start;
    }

    private static Set<String> addresses(String text, Predicate<String> notTheirs) {
        var found = new LinkedHashSet<String>();
        var address = ADDRESS.matcher(text);
        while (found.size() < MOST && address.find()) {
            EmailAddress.parse(address.group())
                    .map(EmailAddress::toString)
                    .filter(notTheirs.negate())
                    .ifPresent(found::add);
        }
        return found;
    }

    /** From the address on, as far as the paragraph after it. */
    private static String around(String report, String address) {
        int at = report.toLowerCase(Locale.ROOT).indexOf(address);
        if (at < 0) {
            return report;
        }
        int after = report.indexOf("\n\n", at);
        int end = after < 0 || after - at > address.length() + 8 ? after : report.indexOf("\n\n", after + 2);
        return report.substring(at, end < 0 ? report.length() : end);
    }
}
