package pronto.channels.email.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pronto.runtime.CannotRun;
import pronto.runtime.Settings;

/**
 * Signs what we send as our domain's. A new key gets a new selector: what is on its way still finds the old one in the
 * DNS.
 */
public final class DkimSigner {

    public static final String FIELD = "DKIM-Signature";

    private static final Pattern SELECTOR =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int LINE = 70;

    /** Nobody may add one of these to what we said; the others are signed where they are. */
    private static final List<String> ONCE = List.of("from", "to", "cc", "subject", "date", "reply-to", "message-id");

    private static final List<String> ALSO = List.of(
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-language",
            "auto-submitted");

    private final String selector;
    private final PrivateKey key;

    private DkimSigner(String selector, PrivateKey key) {
        this.selector = selector;
        this.key = key;
    }

    /** Empty where nothing is to be signed; a key that cannot be used stops the start. */
    public static Optional<DkimSigner> of(Settings.Dkim set) {
        if (set.selector() == null && set.key() == null) {
            return Optional.empty();
        }
        if (set.selector() == null || set.key() == null) {
            throw new CannotRun(
                    "The settings pronto.mail.dkim.selector and pronto.mail.dkim.key belong together: give both.");
        }
        var selector = set.selector().strip().toLowerCase(Locale.ROOT);
        if (!SELECTOR.matcher(selector).matches()) {
            throw new CannotRun("The setting pronto.mail.dkim.selector must be a name as pronto2026; it is "
                    + set.selector() + ".");
        }
        return Optional.of(new DkimSigner(selector, SigningKey.read(set.key())));
    }

    /** The value of the field that signs this mail for the domain; {@code mail} has passed as it will be sent. */
    public String sign(String domain, Instant at, Passing mail) {
        var header = mail.fields();
        var names = new ArrayList<String>();
        for (var name : ONCE) {
            header.named(name).forEach(field -> names.add(name));
            names.add(name);
        }
        for (var name : ALSO) {
            header.named(name).forEach(field -> names.add(name));
        }
        var body = mail.hashes().get(Canonical.RELAXED);
        var rsa = key.getAlgorithm().equals("RSA");
        var unsigned = "v=1; a=" + (rsa ? "rsa" : "ed25519") + "-sha256; c=relaxed/relaxed; d=" + domain + "; s="
                + selector + "; t=" + at.getEpochSecond() + ";\r\n\th=" + String.join(":\r\n\t ", lines(names))
                + ";\r\n\tbh=" + base64(body == null ? new byte[0] : body.hash()) + ";\r\n\tb=";
        var field = DkimSignature.parse(new Fields.Field("dkim-signature", FIELD + ": " + unsigned))
                .orElseThrow();
        return unsigned + folded(base64(signature(field.signedText(header).getBytes(ISO_8859_1), rsa)));
    }

    private byte[] signature(byte[] text, boolean rsa) {
        try {
            var signer = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signer.initSign(key);
            signer.update(rsa ? text : Dkim.sha256(text));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the letter cannot be signed", e);
        }
    }

    /** Several names to a line, so that none is too long. */
    private static List<String> lines(List<String> names) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var name : names) {
            if (line.length() + name.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ":").append(name);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String folded(String text) {
        return text.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n\t ");
    }
}
