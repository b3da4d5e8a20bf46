package pronto.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes two copies of a mail one mail, whatever way they took: author, subject, body, and the Message-ID, or the
 * date where there is none. What servers on the way add or change (trace headers, line ends, blank lines at the end) does
 * not count.
 */
public final class Fingerprint {

    private static final int HEADER_LIMIT = 256 * 1024;
    private static final Pattern FOLDS = Pattern.compile("\\s+");

    private final ByteArrayOutputStream header = new ByteArrayOutputStream(4096);
    private final MessageDigest beyond = sha256();
    private final MessageDigest body = sha256();
    private boolean tooLong;
    private boolean inBody;
    private boolean lineEmpty = true;
    private boolean heldReturn;
    private int heldLineEnds;

    void add(byte[] bytes, int from, int length) {
        int end = from + length;
        int run = -1;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (!inBody) {
                addToHeader(b);
            } else if (b == '\r' || b == '\n' || heldReturn || heldLineEnds > 0) {
                if (run >= 0) {
                    body.update(bytes, run, i - run);
                    run = -1;
                }
                addToBody(b);
            } else if (run < 0) {
                run = i;
            }
        }
        if (run >= 0) {
            body.update(bytes, run, end - run);
        }
    }

    /** The unique key of this mail; {@code day} counts only where it has no Message-ID. */
    String onceKey(long day) {
        var digest = sha256();
        for (String name : new String[] {"from", "subject"}) {
            digest.update((name + ':' + orEmpty(field(name)) + '\n').getBytes(ISO_8859_1));
        }
        var messageId = messageId();
        digest.update(("id:" + (messageId == null ? orEmpty(field("date")) : messageId) + '\n').getBytes(ISO_8859_1));
        digest.update(digestOf(body));
        if (tooLong) {
            // Who wrote it, and what about, may stand where it was not read: only the very same header is the same.
            digest.update(header.toByteArray());
            digest.update(digestOf(beyond));
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return messageId == null ? "content:" + hash + ":" + day : "id:" + hash;
    }

    @Nullable String messageId() {
        var id = field("message-id");
        return id == null || id.isBlank() ? null : id;
    }

    /** How many servers it says it has passed: a mail that goes round in circles shows here. */
    public int hops() {
        return (int) header.toString(ISO_8859_1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, "received:", 0, 9))
                .count();
    }

    /** The first field of this name, its folds and runs of blanks made one blank. */
    @Nullable String field(String name) {
        StringBuilder found = null;
        for (String line : (Iterable<String>) header.toString(ISO_8859_1).lines()::iterator) {
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (found != null) {
                if (!folded) {
                    break;
                }
                found.append(line);
            } else if (!folded && isField(line, name)) {
                found = new StringBuilder(line.substring(line.indexOf(':') + 1));
            }
        }
        return found == null ? null : FOLDS.matcher(found).replaceAll(" ").strip();
    }

    private static boolean isField(String line, String name) {
        int colon = line.indexOf(':');
        return colon > 0
                && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name);
    }

    private void addToHeader(byte b) {
        if (header.size() < HEADER_LIMIT) {
            header.write(b);
        } else {
            beyond.update(b);
            tooLong = true;
        }
        if (b == '\n') {
            inBody = lineEmpty;
            lineEmpty = true;
        } else if (b != '\r') {
            lineEmpty = false;
        }
    }

    /** Every kind of line end counts as one, and those at the very end as none. */
    private void addToBody(byte b) {
        if (b == '\n') {
            heldReturn = false;
            heldLineEnds++;
        } else if (b == '\r') {
            heldLineEnds += heldReturn ? 1 : 0;
            heldReturn = true;
        } else {
            heldLineEnds += heldReturn ? 1 : 0;
            heldReturn = false;
            for (; heldLineEnds > 0; heldLineEnds--) {
                body.update((byte) '\n');
            }
            body.update(b);
        }
    }

    private static byte[] digestOf(MessageDigest read) {
        try {
            return ((MessageDigest) read.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
