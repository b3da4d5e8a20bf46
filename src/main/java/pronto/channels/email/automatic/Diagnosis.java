package pronto.channels.email.automatic;

import java.util.Locale;
import java.util.regex.Pattern;
import pronto.channels.Notice.Outcome;
import pronto.channels.email.mime.Clean;

/** What servers say went wrong: codes, and the words around them. */
final class Diagnosis {

    private static final int LONGEST = 500;
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])[0-7]\\d(?:[ -]|$)");
    private static final Pattern PASSING = Pattern.compile(
            "mailbox (?:is )?full|over ?quota|quota exceeded|try (?:again )?later|temporar|greylist|deferred|timed? ?out"
                    + "|too many|casella piena|postfach voll");

    private Diagnosis() {}

    static String line(String text) {
        var line = Clean.line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** The enhanced status code, empty where none is written. */
    static String status(String text) {
        var status = STATUS.matcher(text);
        return status.find() ? status.group(1) : "";
    }

    /** Many servers write {@code 5.0.0} where they know better in words. */
    static String better(String written, String inWords) {
        boolean vague = written.isEmpty() || written.endsWith(".0.0");
        return vague && !inWords.isEmpty() ? inWords : written;
    }

    static boolean isPermanent(Outcome outcome, String status, String diagnostic) {
        if (outcome != Outcome.FAILED) {
            return false;
        }
        if (!status.isEmpty() && !status.endsWith(".0.0")) {
            // A full mailbox is emptied one day, whatever number it is given.
            return status.startsWith("5") && !status.equals("5.2.2");
        }
        var reply = REPLY.matcher(diagnostic);
        return reply.find()
                ? reply.group(1).equals("5")
                        && !PASSING.matcher(diagnostic.toLowerCase(Locale.ROOT)).find()
                : !status.startsWith("4")
                        && !PASSING.matcher(diagnostic.toLowerCase(Locale.ROOT)).find();
    }
}
