package pronto.channels.email.trust;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailDomain;

/** A DKIM-Signature as somebody wrote it (RFC 6376, RFC 8301, RFC 8463). */
record DkimSignature(Fields.Field field, Tags tags, String algorithm, String domain, String selector) {

    static final String FIELD = "dkim-signature";

    private static final Pattern SELECTOR = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63}){0,5}");
    private static final Pattern FORMS = Pattern.compile("(simple|relaxed)(?:/(simple|relaxed))?");
    private static final Pattern ITS_OWN_VALUE = Pattern.compile("(:|;)([ \\t\\r\\n]*b[ \\t\\r\\n]*=)[^;]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    /** Empty where it names no domain and key: then there is nothing to ask. */
    static Optional<DkimSignature> parse(Fields.Field field) {
        return Tags.parse(field.value()).flatMap(tags -> {
            var domain = EmailDomain.parse(tags.close("d"));
            var selector = tags.close("s").toLowerCase(Locale.ROOT);
            return domain.isPresent()
                            && SELECTOR.matcher(selector).matches()
                            && FORMS.matcher(tags.lower("c", "simple")).matches()
                    ? Optional.of(new DkimSignature(
                            field,
                            tags,
                            tags.close("a").toLowerCase(Locale.ROOT),
                            domain.get().name(),
                            selector))
                    : Optional.empty();
        });
    }

    String keyName() {
        return selector + "._domainkey." + domain;
    }

    Canonical headerForm() {
        return form(tags.lower("c", "simple").split("/")[0]);
    }

    Canonical bodyForm() {
        var forms = tags.lower("c", "simple").split("/");
        return forms.length == 1 ? Canonical.SIMPLE : form(forms[1]);
    }

    private static Canonical form(String written) {
        return written.equals("relaxed") ? Canonical.RELAXED : Canonical.SIMPLE;
    }

    /** Why it counts for nothing, whatever the key says; null where it may count. */
    @Nullable String fault(Instant now) {
        if (!tags.close("v").equals("1")) {
            return "unusable";
        }
        if (!algorithm.equals("rsa-sha256") && !algorithm.equals("ed25519-sha256")) {
            return "weak";
        }
        if (!signed().contains("from")) {
            return "senderNotSigned";
        }
        var identity = tags.close("i");
        var about = EmailDomain.parse(identity.substring(identity.lastIndexOf('@') + 1));
        if (!identity.isEmpty() && about.filter(at -> at.within(domain)).isEmpty()) {
            return "otherDomain";
        }
        if (isBefore("x", now)) {
            return "expired";
        }
        return null;
    }

    private boolean isBefore(String tag, Instant now) {
        var seconds = tags.close(tag);
        return !seconds.isEmpty()
                && (!NUMBER.matcher(seconds).matches() || Long.parseLong(seconds) < now.getEpochSecond());
    }

    /** Whether it signs all of a body of this size: who signs a beginning lets anybody write the rest. */
    boolean coversAll(long size) {
        var length = tags.close("l");
        return length.isEmpty() || NUMBER.matcher(length).matches() && Long.parseLong(length) >= size;
    }

    private List<String> signed() {
        return Arrays.asList(tags.close("h").toLowerCase(Locale.ROOT).split(":"));
    }

    /** The text whose signature this is: the named fields from the last up, and its own without its value. */
    String signedText(Fields header) {
        var form = headerForm();
        var text = new StringBuilder();
        var taken = new HashMap<String, Integer>();
        for (var name : signed()) {
            var fields = header.named(name);
            int left = fields.size() - taken.merge(name, 1, Integer::sum);
            if (left >= 0) {
                text.append(form.field(fields.get(left).raw())).append("\r\n");
            }
        }
        return text.append(form.field(withoutValue(field.raw()))).toString();
    }

    static String withoutValue(String raw) {
        return ITS_OWN_VALUE.matcher(raw).replaceFirst("$1$2");
    }
}
