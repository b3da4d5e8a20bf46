package pronto.channels.email.trust;

import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What DKIM needs of a mail, taken while it passes: the header as it came, and the body's hashes in the forms that its
 * signatures ask for. However large the mail, it is not read again.
 */
public final class Passing {

    private static final int HEADER_LIMIT = 256 * 1024;
    private static final int END = 0x0d0a0d0a;

    private final ByteArrayOutputStream header = new ByteArrayOutputStream(4096);
    private final Map<Canonical, BodyHash> bodies = new EnumMap<>(Canonical.class);
    private int last = 0x0d0a;
    private boolean inBody;
    private boolean tooLong;
    private @Nullable Fields fields;

    /** Of a mail that is to be signed. */
    public static Passing toSign() {
        var passing = new Passing();
        passing.bodies.put(Canonical.RELAXED, new BodyHash(Canonical.RELAXED));
        return passing;
    }

    public void add(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        while (!inBody && at < end) {
            byte b = bytes[at++];
            last = last << 8 | b & 0xff;
            if (header.size() < HEADER_LIMIT) {
                header.write(b);
            } else {
                tooLong = true;
            }
            if (last == END) {
                inBody = true;
                bodies();
            }
        }
        for (var body : bodies.values()) {
            body.add(bytes, at, end);
        }
    }

    private void bodies() {
        for (var signature : fields().named(DkimSignature.FIELD)) {
            DkimSignature.parse(signature)
                    .ifPresent(parsed -> bodies.computeIfAbsent(parsed.bodyForm(), BodyHash::new));
        }
    }

    Fields fields() {
        if (fields == null) {
            fields = tooLong ? Fields.parse(new byte[0]) : Fields.parse(header.toByteArray());
        }
        return fields;
    }

    /** Asked once, when all has passed; a body that never began is empty. */
    Map<Canonical, Hashed> hashes() {
        if (!inBody) {
            bodies();
        }
        var hashes = new EnumMap<Canonical, Hashed>(Canonical.class);
        bodies.forEach((form, body) -> {
            var hash = body.end();
            hashes.put(form, new Hashed(hash, body.size()));
        });
        return hashes;
    }

    /** The hash of a body, and how many of its bytes went into it. */
    record Hashed(byte[] hash, long size) {}
}
