package pronto.channels.email.tnef;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a document in RTF; where HTML was wrapped into it (MS-OXRTFEX), that HTML. */
final class Rtf {

    record Words(@Nullable String plain, @Nullable String html) {}

    /** What a group is for, kept while groups inside it are read. */
    private record Group(boolean silent, boolean tag, int skips) {}

    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "themedata",
            "generator",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "xmlnstbl",
            "datastore",
            "latentstyles",
            "fldinst",
            "mhtmltag");
    private static final int DEPTH = 1000;

    private final byte[] rtf;
    private Charset charset;
    private final StringBuilder words = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(false, false, 1);
    private boolean fromHtml;
    private boolean htmlRtf;
    private boolean star;
    private int toSkip;
    private int at;

    private Rtf(byte[] rtf, Charset charset) {
        this.rtf = rtf;
        this.charset = charset;
    }

    static Words read(byte[] rtf, Charset charset) {
        var reader = new Rtf(rtf, charset);
        reader.read();
        var words = reader.words.toString().strip();
        return reader.fromHtml ? new Words(null, words) : new Words(words.isEmpty() ? null : words, null);
    }

    private void read() {
        while (at < rtf.length) {
            int c = rtf[at++] & 0xff;
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> octet(c);
            }
        }
        flush();
    }

    private void open() {
        flush();
        if (groups.size() < DEPTH) {
            groups.push(group);
        }
        star = false;
    }

    private void close() {
        flush();
        group = groups.isEmpty() ? group : groups.pop();
        star = false;
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        char c = (char) (rtf[at] & 0xff);
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < rtf.length && isLetter((char) rtf[at]) && at - start < 40) {
            at++;
        }
        var word = new String(rtf, start, at - start, US_ASCII);
        int number = number();
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        word(word, number);
    }

    private int number() {
        int start = at;
        while (at < rtf.length && (rtf[at] == '-' && at == start || Character.isDigit(rtf[at])) && at - start < 9) {
            at++;
        }
        try {
            return at == start ? -1 : Integer.parseInt(new String(rtf, start, at - start, US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
                int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                at = Math.min(rtf.length, at + 2);
                octet(high < 0 || low < 0 ? '?' : high * 16 + low);
            }
            case '*' -> star = true;
            case '~' -> say('\u00a0');
            case '_' -> say('-');
            case '\\', '{', '}' -> octet(c);
            case '\n', '\r' -> say('\n');
            default -> {}
        }
    }

    private void word(String word, int number) {
        flush();
        switch (word) {
            case "fromhtml" -> fromHtml = number != 0;
            case "htmlrtf" -> htmlRtf = number != 0;
            case "htmltag" -> group = new Group(false, true, group.skips());
            case "ansicpg" -> charset = codePage(number);
            case "uc" -> group = new Group(group.silent(), group.tag(), Math.max(0, Math.min(number, 9)));
            case "u" -> {
                say((char) number);
                toSkip = group.skips();
            }
            case "par", "line", "sect", "page", "row" -> say('\n');
            case "tab", "cell" -> say('\t');
            case "lquote", "rquote" -> say('\'');
            case "ldblquote", "rdblquote" -> say('"');
            case "bullet" -> say('\u2022');
            case "endash" -> say('\u2013');
            case "emdash" -> say('\u2014');
            default -> {
                if (star || SILENT.contains(word)) {
                    group = new Group(true, false, group.skips());
                }
            }
        }
        star = false;
    }

    private void octet(int octet) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isHeard()) {
            bytes.write(octet);
        }
    }

    private void say(char c) {
        flush();
        // What stands in a tag of the wrapped page is the page; the rest is RTF's own idea of it.
        if (isHeard() && c != 0) {
            words.append(c);
        }
    }

    private boolean isHeard() {
        return !group.silent() && (!htmlRtf || group.tag());
    }

    private void flush() {
        if (bytes.size() > 0) {
            words.append(new String(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    private Charset codePage(int number) {
        try {
            return Charset.forName(number == 65001 ? "UTF-8" : "windows-" + number);
        } catch (IllegalArgumentException e) {
            return charset;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
