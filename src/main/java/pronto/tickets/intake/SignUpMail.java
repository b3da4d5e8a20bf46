package pronto.tickets.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pronto.channels.IncomingMail;

/**
 * Recognises what services send to prove that an address is somebody's: codes, confirmations, new passwords. Sent to a
 * support address, it was asked for by somebody who hopes to read it in a ticket, and to be taken for one of us.
 */
final class SignUpMail {

    private static final int ENOUGH = 4;
    private static final int READ = 20_000;
    private static final int TITLE_READ = 250;

    private static final Pattern FORWARDED = Pattern.compile("^(?:re|fwd?|i|r|aw|wg|rif)\\s*:");
    private static final Pattern TITLE = Pattern.compile(
            "(?:confirm|verify|validate|activate)\\w{0,12}\\s+(?:your|the|this|my)\\b|\\b(?:verification|confirmation|security|access|log-?in|sign-?in"
                    + "|one-?time|authentication)\\s+(?:code|link|pin|password|passcode)"
                    + "|\\b(?:code|passcode|otp|pin)\\s*(?:is|:)?\\s*[0-9]{4,8}\\b|\\b[0-9]{3}[- ]?[0-9]{3,5}\\s+is\\s+your\\b"
                    + "|(?:reset|change|forgot|new)\\s+(?:your\\s+)?password|password\\s+(?:reset|recovery)"
                    + "|(?:e-?mail|address|account)\\s+(?:verification|confirmation|activation)"
                    + "|(?:finish|complete)\\s+(?:your\\s+)?(?:sign(?:ing)?[- ]?up|registration)"
                    + "|\\bsign[- ]?in\\s+to\\b|\\bmagic\\s+link\\b|invit(?:ed|es|ation)\\b.{0,100}\\b(?:join|workspace|team|organi[sz]ation)"
                    + "|join\\b.{0,100}\\b(?:workspace|team)\\b|conferma\\s+(?:il|la|l.|tuo)|verifica\\s+(?:il|la|l.|tuo)|attiva\\s+(?:il|la|l.|tuo)"
                    + "|codice\\s+(?:di\\s+)?(?:verifica|conferma|accesso|sicurezza|otp|monouso)"
                    + "|(?:reimposta|ripristin|recuper|cambi|reset)\\w{0,12}\\s+(?:la\\s+|della\\s+)?(?:tua\\s+)?password"
                    + "|best.tige\\w{0,12}\\s|bestätigungscode|verifizier|confirme[rz]?\\s+votre|code\\s+de\\s+v.rification|confirma\\s+tu");
    private static final Pattern ROBOT = Pattern.compile(
            "^(?:no-?_?\\.?reply|do-?not-?reply|donotreply|nicht-?antworten|non-?rispondere|noresponder|ne-?pas-?repondre)\\b.*"
                    + "|^(?:verify|verification|confirm\\w*|accounts?|account-security.*|security|signup|sign-?in|login|auth|notifications?"
                    + "|feedback|invite|invitations?|registration|welcome|passwords?|identity|id|info|team|hello|support|noreply.*)(?:[-+._].*)?$");
    private static final Pattern SURE_ROBOT =
            Pattern.compile(".*(?:no|not|nicht|non)[-_.]?(?:reply|antworten|rispondere).*");
    private static final Pattern KEY = Pattern.compile(
            "https?://\\S{0,300}(?:confirm|verif|activat|token|reset|invite|magic|signin|sign-in|signup|login|auth|password|code|conferma|attiva)\\S{0,300}");
    private static final Pattern CODE =
            Pattern.compile("(?m)^\\s*(?:[0-9]{4,8}|[0-9]{3}[- ][0-9]{3}|[A-Z0-9]{3}-[A-Z0-9]{3})\\s*$");
    private static final Pattern NOT_YOU = Pattern.compile(
            "(?:if|in case) you (?:did ?n.t|did not|have ?n.t|have not) (?:request|sign|ask|creat|mak|tr)|didn.t request|ignore this (?:e-?mail|message)"
                    + "|se non (?:hai|sei stat\\w|avete) (?:richiest|chiest|effettuat|creat|tu)|ignora (?:questa|quest.)"
                    + "|(?:link|code) (?:will )?expires?|(?:il link|il codice) (?:scade|è valido)");

    private SignUpMail() {}

    static boolean is(IncomingMail mail) {
        var from = mail.from();
        var title = start(mail.subject(), TITLE_READ).toLowerCase(Locale.ROOT);
        if (from == null || FORWARDED.matcher(title).find()) {
            return false;
        }
        boolean titled = TITLE.matcher(title).find();
        int outside = (titled ? 2 : 0) + robot(from.address()) + (mail.automatic() != null ? 1 : 0);
        // A person's mail is not looked through for what could no longer make it one.
        return outside + (titled ? 2 : 3) >= ENOUGH && outside + said(mail, titled) >= ENOUGH;
    }

    private static int robot(String address) {
        var local = address.substring(0, address.lastIndexOf('@'));
        return SURE_ROBOT.matcher(local).matches() ? 2 : ROBOT.matcher(local).matches() ? 1 : 0;
    }

    private static int said(IncomingMail mail, boolean titled) {
        var text = Stream.of(mail.fullText(), mail.html() == null ? "" : mail.html())
                .map(words -> start(words, READ))
                .reduce("", (one, other) -> one + "\n" + other);
        var lower = text.toLowerCase(Locale.ROOT);
        return (!titled && TITLE.matcher(lower).find() ? 1 : 0)
                + (KEY.matcher(lower).find() || CODE.matcher(text).find() ? 1 : 0)
                + (NOT_YOU.matcher(lower).find() ? 1 : 0);
    }

    /** The beginning with every run of blanks made one: a pattern that is tried at each of many blanks is dear. */
    private static String start(String words, int most) {
        var start = new StringBuilder();
        char before = '\n';
        for (int i = 0; i < words.length() && start.length() < most; i++) {
            char c = words.charAt(i);
            if (!Character.isWhitespace(c)) {
                start.append(c);
            } else if (!Character.isWhitespace(before)) {
                start.append(c == '\n' ? '\n' : ' ');
            } else if (c == '\n' && !start.isEmpty()) {
                start.setCharAt(start.length() - 1, '\n');
            }
            before = c;
        }
        return start.toString();
    }
}
