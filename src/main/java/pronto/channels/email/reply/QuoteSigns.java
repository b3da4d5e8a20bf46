package pronto.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;

/** The lines by which mail programs of several languages say: what follows is not new. */
final class QuoteSigns {

    private static final int INTRODUCTION = 6;
    private static final int HEADERS = 9;
    private static final int LONGEST = 500;
    private static final Pattern QUOTED = Pattern.compile("\\s{0,3}[>|].*");
    private static final Pattern MARKS = Pattern.compile("^[\\s>|]+");
    private static final Pattern WROTE = Pattern.compile(
            "\\b(?:wrote|writes|ha scritto|scrive|scrisse|schrieb|a écrit|escribió|escreveu|schreef|geschreven|geschrieben|skrev"
                    + "|napisał|napsal|kirjoitti)\\b|пише|пишет|написал",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN_FIRST =
            Pattern.compile("(?:on|at|il|in data|am|le|el|em|op|den|dnia|w dniu|dne)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_AND_ADDRESS =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b.{0,200}<\\s{0,3}[^<>@\\s]+@[^<>\\s]+>\\s*:?");
    /** A date, or a person with an address. */
    private static final Pattern MAY_BEGIN = Pattern.compile(
            "(?:on|at|il|in data|am|le|el|em|op|den|dnia|w dniu|dne)\\b.*\\d.*|\\d{1,4}\\D.*\\d.*|[^.]{1,80}[<\"].*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile("\\b\\d{1,2}[:.]\\d{2}\\b");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
    private static final Pattern FROM = Pattern.compile(
            "[\\s>*_]{0,6}(?:from|da|von|de|van|från|fra|od|от|mittente)\\s?:[\\s*_]*\\S.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OTHER_HEADER = Pattern.compile(
            "[\\s>*_]{0,6}(?:sent|date|to|cc|subject|reply-to|inviato|data|a|oggetto|destinatario|gesendet|datum|an|betreff|envoyé"
                    + "|à|objet|enviado(?: el)?|para|fecha|asunto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne"
                    + "|отправлено|кому|тема)\\s?:.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DELIMITER = Pattern.compile(
            "[\\s*_>]{0,6}(?:-{2,}|_{2,})\\s*(?:original message|original appointment|forwarded message"
                    + "|forwarded by .{1,80}|messaggio originale|messaggio inoltrato|ursprüngliche nachricht"
                    + "|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original"
                    + "|mensaje reenviado|oorspronkelijk bericht)\\s*(?:-{2,}|_{2,})[\\s*_]*"
                    + "|(?:begin forwarded message|inizio messaggio inoltrato|anfang der weitergeleiteten .{1,20})\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern RULE = Pattern.compile("\\s*[-_=]{5,}\\s*");
    private static final Pattern TELEPHONE = Pattern.compile(
            "[\\s*_]{0,4}(?:sent from (?:my|outlook|yahoo|mail for|proton|samsung|the new|gmail)|sent via |sent on my |get outlook for "
                    + "|outlook für \\w{2,10} beziehen|télécharger outlook pour |obtener outlook para |descargar outlook "
                    + "|von meinem .{1,40} gesendet|inviato da(?:l mio|lla mia|l| )|scarica outlook|ottieni outlook"
                    + "|gesendet (?:von|mit) |envoyé (?:de|depuis) |enviado (?:desde|do) |verstuurd vanaf )[^,.!?]{0,60}"
                    + "(?:<[^<>]{1,200}>)?[.\\s*_]{0,4}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuoteSigns() {}

    static boolean isQuoted(String line) {
        return QUOTED.matcher(line).matches();
    }

    /** A line of ornament: a rule between, the mark of a tracking program. */
    static boolean isEmpty(String line) {
        return line.chars().noneMatch(Character::isLetterOrDigit)
                || line.strip().equals("\u1427");
    }

    static boolean isSignature(String line) {
        return line.equals("-- ") || line.equals("--");
    }

    static boolean isTelephone(String line) {
        return line.length() < 300 && TELEPHONE.matcher(line).matches();
    }

    static boolean isDelimiter(String line) {
        return line.length() < 200 && DELIMITER.matcher(line).matches();
    }

    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }

    /** The header of a mail, pasted in: who, and at least two of the other fields close by. */
    static boolean isHeader(List<String> lines, int at) {
        if (!isShort(lines.get(at)) || !FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        return lines.subList(at + 1, Math.min(lines.size(), at + HEADERS)).stream()
                        .filter(line ->
                                isShort(line) && OTHER_HEADER.matcher(line).matches())
                        .count()
                >= 2;
    }

    /** How many lines "On Monday at 10:00 Marta wrote:" takes up here; 0 where it does not stand here. */
    static int introduction(List<String> lines, int at) {
        int last = Math.min(lines.size(), at + INTRODUCTION) - 1;
        for (int end = at; mayBegin(lines.get(at)) && end <= last; end++) {
            if (isIntroduction(lines, at, end)) {
                // What begins later is the introduction, and this is only the line before it.
                for (int later = at + 1; later <= end; later++) {
                    if (mayBegin(lines.get(later)) && isIntroduction(lines, later, end)) {
                        return 0;
                    }
                }
                return end - at + 1;
            }
        }
        return 0;
    }

    private static boolean isIntroduction(List<String> lines, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i <= to && text.length() <= LONGEST; i++) {
            text.append(' ').append(unmarked(lines.get(i)));
        }
        return text.length() <= LONGEST && isIntroduction(text.toString().strip(), isQuoted(next(lines, to + 1)));
    }

    private static boolean mayBegin(String line) {
        return isShort(line)
                && line.chars().anyMatch(QuoteSigns::isOfDateOrAddress)
                && MAY_BEGIN.matcher(unmarked(line)).matches();
    }

    /** None of these, no introduction: most lines are spared the dear pattern. */
    private static boolean isOfDateOrAddress(int c) {
        return c >= '0' && c <= '9' || c == '<' || c == '"';
    }

    private static String unmarked(String line) {
        return MARKS.matcher(line).replaceFirst("").strip();
    }

    private static boolean isIntroduction(String text, boolean quoteFollows) {
        if (quoteFollows
                && text.indexOf('@') > 0
                && DATE_AND_ADDRESS.matcher(text).matches()) {
            return true;
        }
        // Asked of each line many times: what is cheap comes first.
        if (!text.endsWith(":")) {
            return false;
        }
        boolean address = ADDRESS.matcher(text).find();
        return text.chars().anyMatch(Character::isDigit)
                && WROTE.matcher(text).find()
                && (address || WHEN_FIRST.matcher(text).matches())
                // A sentence of the writer's own may look so too.
                && (quoteFollows || address || CLOCK.matcher(text).find());
    }

    private static String next(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 5); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        return "";
    }

    private static boolean isShort(String line) {
        return line.length() < 2000;
    }
}
