package pronto.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;

/**
 * The people named in a header: {@code Marta <marta@acme.example>, luca@acme.example}. Forgiving about how names are
 * written, strict about addresses: what could be read as two different ones is none.
 */
public final class Addresses {

    private static final int MOST = 1000;
    private static final Pattern PLAIN_IN_QUOTES = Pattern.compile("^\"([A-Za-z0-9._+-]+)\"@");
    private static final Pattern ROUTE = Pattern.compile("^@[^:]{1,1000}:");

    private final String text;
    private final List<Mailbox> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String angle;
    private boolean ambiguous;
    private int at;

    private Addresses(String text) {
        this.text = text;
    }

    public static List<Mailbox> parse(@Nullable String field) {
        return field == null ? List.of() : new Addresses(field).read();
    }

    private List<Mailbox> read() {
        while (at < text.length() && found.size() < MOST) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> end();
                case ':' -> colon();
                default -> word(c);
            }
        }
        end();
        return List.copyOf(found);
    }

    private void word(char c) {
        words.append(c);
        ambiguous |= angle != null && !Character.isWhitespace(c);
    }

    private void quoted() {
        var inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            inside.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
        at++;
        // Before an @ it is part of an address, and has to stay recognisable as quoted.
        boolean local = at < text.length() && text.charAt(at) == '@';
        words.append(local ? "\"" + inside + "\"" : inside);
        ambiguous |= angle != null;
    }

    private void comment() {
        comment.append(comment.isEmpty() ? "" : " ");
        for (int depth = 1; at < text.length() && depth > 0; ) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\\' && at < text.length()) {
                comment.append(text.charAt(at++));
            } else if (depth > 0) {
                comment.append(c);
            }
        }
    }

    private void angle() {
        var inside = new StringBuilder();
        boolean quotes = false;
        while (at < text.length() && (quotes || text.charAt(at) != '>')) {
            char c = text.charAt(at++);
            quotes ^= c == '"';
            inside.append(c);
        }
        at++;
        ambiguous |= angle != null;
        angle = inside.toString();
    }

    /** Ends the name of a group, unless it stands in an address, which then makes no sense. */
    private void colon() {
        if (words.indexOf("@") < 0 && angle == null) {
            words.setLength(0);
            comment.setLength(0);
        } else {
            word(':');
        }
    }

    private void end() {
        var name = words.toString().strip();
        if (angle == null) {
            add(comment.toString(), name);
        } else if (!ambiguous) {
            add(name.isEmpty() ? comment.toString() : name, angle);
        }
        words.setLength(0);
        comment.setLength(0);
        angle = null;
        ambiguous = false;
    }

    private void add(String name, String address) {
        var direct = ROUTE.matcher(address.strip()).replaceFirst("");
        EmailAddress.parse(PLAIN_IN_QUOTES.matcher(direct).replaceFirst("$1@")).ifPresent(parsed -> {
            var readable = Clean.line(EncodedWords.decode(name));
            found.add(new Mailbox(
                    readable.isEmpty() || showsAnother(readable, parsed.toString()) ? null : readable,
                    parsed.toString()));
        });
    }

    /** A name that is written like an address of somebody else is none: it would be read as where the mail came from. */
    private static boolean showsAnother(String name, String address) {
        boolean shows = false;
        for (int sign = name.indexOf('@'); sign >= 0; sign = name.indexOf('@', sign + 1)) {
            shows |= sign > 0
                    && sign + 1 < name.length()
                    && !Character.isWhitespace(name.charAt(sign - 1))
                    && !Character.isWhitespace(name.charAt(sign + 1));
        }
        return shows && !name.toLowerCase(Locale.ROOT).contains(address);
    }
}
