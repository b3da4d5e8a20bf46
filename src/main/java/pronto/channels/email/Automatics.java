package pronto.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.email.mime.ReadMail;

/** Recognises mail that no person wrote to us: by what it says of itself (RFC 3834, RFC 3464, RFC 5965), else by its looks. */
final class Automatics {

    private static final Pattern DAEMON = Pattern.compile(
            "(?:^|[\\s\"'<(])(?:mailer[-_ ]?daemon|mail[-_ ]?daemon|postmaster|mailadm|mdaemon)\\b|mail delivery (?:sub)?system");
    private static final Pattern FAILED = Pattern.compile(
            "undeliver|delivery (?:status notification|notification|failure|failed|report|has failed)|returned mail"
                    + "|mail delivery failed|failure notice|delivery to the following|mail system error|non[- ]?delivery"
                    + "|could not (?:be )?deliver|mail could not|message status|returned to sender|unzustellbar"
                    + "|mancato recapito|messaggio non recapitato|recapito non riuscito|errore nella consegna"
                    + "|non remis|no se pudo entregar|delivery delayed|warning: (?:could not send|message)"
                    + "|undelivered|delivery problem|rejected: |mail failure|bounce");
    private static final Pattern ABSENT = Pattern.compile(
            "^(?:auto(?:matic|matische|matica|mated)?[ -:]*(?:re(?:ply|sponse|:)|antwort|risposta)|out of (?:the )?office"
                    + "|risposta automatica|fuori (?:sede|ufficio)|assente|automatische antwort|abwesen|r.ponse automatique"
                    + "|respuesta autom|vacation|away from (?:my|the) (?:mail|office|desk))");

    private Automatics() {}

    static @Nullable Automatic of(ReadMail mail, @Nullable String envelopeFrom) {
        if (mail.types().contains("message/feedback-report")
                || mail.reportType().equals("feedback-report")) {
            return Automatic.FEEDBACK_REPORT;
        }
        if (isBounce(mail, envelopeFrom)) {
            return Automatic.BOUNCE;
        }
        if (isAutoReply(mail)) {
            return Automatic.AUTO_REPLY;
        }
        if (isList(mail)) {
            return Automatic.LIST;
        }
        return isNobody(mail, envelopeFrom) ? Automatic.BOUNCE : null;
    }

    /** The null sender: who writes so wants no answer, whatever it is. */
    private static boolean isNobody(ReadMail mail, @Nullable String envelopeFrom) {
        return "".equals(envelopeFrom) || mail.header().keyword("return-path").equals("<>");
    }

    private static boolean isBounce(ReadMail mail, @Nullable String envelopeFrom) {
        var header = mail.header();
        if (mail.types().contains("message/delivery-status")
                || List.of("delivery-status", "disposition-notification").contains(mail.reportType())
                || header.has("x-failed-recipients")) {
            return true;
        }
        var subject = header.readable("subject").toLowerCase(Locale.ROOT);
        if (ABSENT.matcher(subject).find()) {
            return false;
        }
        boolean nobody =
                "".equals(envelopeFrom) || header.keyword("return-path").equals("<>");
        boolean daemon =
                DAEMON.matcher(header.readable("from").toLowerCase(Locale.ROOT)).find();
        boolean failed = FAILED.matcher(subject).find();
        return daemon && (failed || nobody)
                || failed && (nobody || header.readable("from").isEmpty());
    }

    private static boolean isAutoReply(ReadMail mail) {
        var header = mail.header();
        var submitted = header.keyword("auto-submitted");
        var suppressed = header.keyword("x-auto-response-suppress");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || header.keyword("precedence").equals("auto_reply")
                || suppressed.contains("all")
                || suppressed.contains("autoreply")
                || header.has("x-autoreply")
                || header.has("x-autorespond")
                || header.has("x-autoresponder")
                || header.has("x-auto-response-from")
                || ABSENT.matcher(header.readable("subject").toLowerCase(Locale.ROOT))
                        .find();
    }

    private static boolean isList(ReadMail mail) {
        var header = mail.header();
        return header.has("list-id")
                || header.has("list-unsubscribe")
                || header.has("list-post")
                || header.has("feedback-id")
                || List.of("list", "bulk", "junk").contains(header.keyword("precedence"));
    }
}
