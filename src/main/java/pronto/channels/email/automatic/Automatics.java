package pronto.channels.email.automatic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.Notice;
import pronto.channels.Notice.Why;
import pronto.channels.SupportAddresses;
import pronto.channels.email.mime.Enclosure;
import pronto.channels.email.mime.MessageIds;
import pronto.channels.email.mime.ReadMail;

/**
 * Recognises mail that no person wrote to us: by what it says of itself (RFC 3834, RFC 3464, RFC 5965), else by its looks.
 * Both mistakes are bad: a person taken for a program waits in vain for an answer, a program taken for a person is
 * answered and answers back. So a sign that people give too needs a second one beside it.
 */
public final class Automatics {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?:^|[\\s\"'<(])(?:mailer[-_ ]?daemon|mail[-_ ]?daemon)\\b|[\\s\"'<(]mdaemon@|mail delivery (?:sub)?system");
    /** A person may read behind this one, but answers nobody who asks for help. */
    private static final Pattern POSTMASTER = Pattern.compile("(?:^|[\\s\"'<(])(?:post_?master|mailadm)\\b");

    private static final Pattern COMPLAINT = Pattern.compile("(?i)^complaint about message from [\\d.:a-f]+$");
    private static final Pattern OWN_ID = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final Pattern MACHINE_BOUNCE =
            Pattern.compile("\"(?:notificationType|eventType)\"\\s*:\\s*\"(Bounce|Complaint)\"");

    private static final int LONGEST_SUBJECT = 500;

    private final ReadMail mail;
    private final String text;
    private final String subject;
    private final String from;
    private final boolean nobody;
    private final SupportAddresses ours;

    private Automatics(ReadMail mail, String text, @Nullable String envelopeFrom, SupportAddresses ours) {
        this.mail = mail;
        this.text = text;
        this.ours = ours;
        subject = beginning(mail.header().readable("subject"));
        from = mail.header().readable("from").toLowerCase(Locale.ROOT);
        // The null sender: who writes so wants no answer, whatever it is.
        nobody = "".equals(envelopeFrom) || mail.header().keyword("return-path").equals("<>");
    }

    /** No subject that a person or a program writes is longer; one that is meant to stop a pattern may be a megabyte. */
    private static String beginning(String subject) {
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    /** What the mail has to tell, or null where a person wrote it; {@code text} is all that it says. */
    public static @Nullable Notice of(
            ReadMail mail, String text, @Nullable String envelopeFrom, SupportAddresses ours) {
        return new Automatics(mail, text, envelopeFrom, ours).notice();
    }

    private @Nullable Notice notice() {
        if (isOurOwn()) {
            return new Notice.OurOwn();
        }
        if (isComplaint()) {
            return new Notice.Complaint(Bounces.about(mail, text));
        }
        if (mail.reportType().equals("disposition-notification")
                || isReport() && mail.types().contains("message/disposition-notification")) {
            return new Notice.AutoReply(Why.READ);
        }
        if (isBounce()) {
            return Bounces.read(mail, subject, text, ours);
        }
        if (mail.answersInvitation()) {
            return new Notice.AutoReply(Why.CALENDAR);
        }
        boolean away = Words.sayAway(subject, text);
        if (isAutoReply() || away) {
            return new Notice.AutoReply(away || Words.sayAutomatic(subject) ? Why.ABSENT : Why.GENERATED);
        }
        if (isList()) {
            return new Notice.ToMany();
        }
        return nobody ? new Notice.FromNobody() : null;
    }

    /** Only we know what we call our mails. */
    private boolean isOurOwn() {
        var id = MessageIds.first(mail.header().first("message-id"));
        int at = id == null ? -1 : id.lastIndexOf('@');
        return id != null
                && at > 0
                && OWN_ID.matcher(id.substring(0, at)).matches()
                && ours.all().stream().anyMatch(support -> support.address().endsWith(id.substring(at)));
    }

    /** As a whole, not as a file that a person has hung on. */
    private boolean isReport() {
        return !mail.reportType().isEmpty() || nobody || !Words.passesOn(subject);
    }

    private boolean isComplaint() {
        return mail.reportType().equals("feedback-report")
                || mail.types().contains("message/feedback-report") && isReport()
                || COMPLAINT.matcher(subject).matches()
                || machine("Complaint");
    }

    private boolean isBounce() {
        if (mail.reportType().equals("delivery-status")
                || mail.types().stream().anyMatch(Enclosure::isStatus) && isReport()
                || mail.header().has("x-failed-recipients")
                || machine("Bounce")) {
            return true;
        }
        if (Words.sayAutomatic(subject)) {
            return false;
        }
        boolean failed = Words.sayFailed(subject);
        return PROGRAM.matcher(from).find()
                || POSTMASTER.matcher(from).find() && (failed || nobody || tellsOfFailure())
                || failed && (nobody || from.isEmpty())
                || failed && isToItself();
    }

    private boolean tellsOfFailure() {
        return !Words.passesOn(subject)
                && Words.tellOfFailure(text)
                && !Bounces.addresses(text).isEmpty();
    }

    /** Servers of lists report to their keeper in the keeper's own name. */
    private boolean isToItself() {
        var header = mail.header();
        return !from.isEmpty()
                && header.readable("to").equalsIgnoreCase(from)
                && (header.hasAny("x-mlserver") || header.has("x-ml-name") || header.hasAny("x-list"));
    }

    private boolean machine(String kind) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        var found = MACHINE_BOUNCE.matcher(text);
        return found.find() && found.group(1).equals(kind);
    }

    private boolean isAutoReply() {
        var header = mail.header();
        var submitted = header.keyword("auto-submitted");
        var suppressed = header.keyword("x-auto-response-suppress");
        return !submitted.isEmpty() && !submitted.split("[\\s;(]", 2)[0].equals("no")
                || header.keyword("precedence").equals("auto_reply")
                || List.of(suppressed.split("[\\s,;]+")).contains("all")
                || List.of(suppressed.split("[\\s,;]+")).contains("autoreply")
                || saysYes("x-autoreply")
                || saysYes("x-autorespond")
                || saysYes("x-autoresponder")
                || header.has("x-auto-response-from")
                || header.has("x-autoreply-from")
                || header.has("x-mail-autoreply")
                || Words.sayAutomatic(subject);
    }

    private boolean saysYes(String field) {
        return mail.header().has(field)
                && !List.of("no", "false", "0").contains(mail.header().keyword(field));
    }

    /** Feedback-ID is no sign: relays put it into each mail of a whole company. */
    private boolean isList() {
        var header = mail.header();
        return header.has("list-id")
                || header.has("list-unsubscribe")
                || header.has("list-post")
                || List.of("list", "bulk", "junk").contains(header.keyword("precedence"));
    }
}
