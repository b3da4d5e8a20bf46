package pronto.customers;

import java.util.Map;
import pronto.ui.Invalid;

/** What a field of a customer or contact cannot say. */
public final class Unfit {

    private Unfit() {}

    public static Invalid tooLong(String field, int longest) {
        return new Invalid("text-too-long", field, Map.of("field", field, "longest", longest));
    }

    public static Invalid tooMany(String field, int most) {
        return new Invalid("too-many-values", field, Map.of("field", field, "most", most));
    }

    public static Invalid unprintable(String field) {
        return new Invalid("text-unprintable", field, Map.of("field", field));
    }

    public static Invalid twice(String field, String value) {
        return new Invalid("value-twice", field, Map.of("value", value));
    }

    public static Invalid noCode(String code) {
        return new Invalid("code-not-allowed", "code", Map.of("code", code));
    }

    public static Invalid otherCode(String code) {
        return new Invalid("code-differs", "code", Map.of("code", code));
    }

    public static Invalid noLanguage(String field, String language) {
        return new Invalid("language-unknown", field, Map.of("language", language));
    }

    public static Invalid noTimeZone(String zone) {
        return new Invalid("time-zone-unknown", "timeZone", Map.of("zone", zone));
    }

    public static Invalid noDomain(String field, String domain) {
        return new Invalid("not-a-domain", field, Map.of("domain", domain));
    }

    public static Invalid everybodysDomain(String field, String domain) {
        return new Invalid("public-domain", field, Map.of("domain", domain));
    }

    public static Invalid noEmail(String field, String email) {
        return new Invalid("not-an-email", field, Map.of("email", email));
    }

    public static Invalid noPhone(String field, String phone) {
        return new Invalid("not-a-phone", field, Map.of("phone", phone));
    }

    public static Invalid noWebAddress(String field, String url) {
        return new Invalid("not-a-web-address", field, Map.of("url", url));
    }
}
