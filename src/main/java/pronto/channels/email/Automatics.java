package pronto.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.email.mime.ReadMail;

/** Recognises mail that no person wrote to us: by what it says of itself (RFC 3834, RFC 3464, RFC 5965), else by its looks. */
final class Automatics {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?:^|[\\s\"'<(])(?:mailer[-_ ]?daemon|mail[-_ ]?daemon|mdaemon)\\b|mail delivery (?:sub)?system");
    /** A person may read behind this one, but answers nobody who asks for help. */
    private static final Pattern POSTMASTER = Pattern.compile("(?:^|[\\s\"'<(])(?:post_?master|mailadm)\\b");

    private static final Pattern COMPLAINT = Pattern.compile("^complaint about message from [\\d.:a-f]+$");
    private static final Pattern FAILED = Pattern.compile(
            "undeliver|delivery (?:status notification|notification|failure|failed|report|has failed)|returned mail"
                    + "|mail delivery failed|failure notice|delivery to the following|mail system error|non[- ]?delivery"
                    + "|could not (?:be )?deliver|mail could not|message status|returned to sender|unzustellbar"
                    + "|mancato recapito|messaggio non recapitato|recapito non riuscito|errore nella consegna"
                    + "|non remis|no se pudo entregar|delivery delayed|warning: (?:could not send|message)"
                    + "|undelivered|failure delivery|returning to sender|delivery problem|rejected: |mail failure|bounce");
    /** With the colon after it: without, it may be somebody's complaint about automatic answers. */
    private static final Pattern ABSENT = Pattern.compile(
            "^(?:auto(?:matic|matische|matica|mated)?[ -]*(?:re(?:ply|sponse)|antwort|risposta)|auto:? ?re|risposta automatica"
                    + "|out of (?:the )?office(?: auto\\w*| re\\w*)?|fuori (?:sede|ufficio)|assente dall'ufficio|abwesenheits\\w*"
                    + "|r.ponse automatique|respuesta autom.tica|vacation(?: reply)?)\\s*(?::|$)");

    private Automatics() {}

    static @Nullable Automatic of(ReadMail mail, @Nullable String envelopeFrom) {
        if (mail.types().contains("message/feedback-report")
                || mail.reportType().equals("feedback-report")
                || COMPLAINT
                        .matcher(mail.header().readable("subject").toLowerCase(Locale.ROOT))
                        .matches()) {
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
        var from = header.readable("from").toLowerCase(Locale.ROOT);
        boolean nobody = isNobody(mail, envelopeFrom);
        boolean failed = FAILED.matcher(subject).find();
        return PROGRAM.matcher(from).find()
                || POSTMASTER.matcher(from).find() && (failed || nobody || subject.startsWith("re:"))
                || failed && (nobody || from.isEmpty());
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
