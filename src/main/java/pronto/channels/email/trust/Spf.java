package pronto.channels.email.trust;

import java.util.Locale;
import org.apache.james.jspf.impl.SPF;
import pronto.channels.EmailDomain;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;

/** Whether a server may send for the domain in the envelope (RFC 7208). */
final class Spf {

    private Spf() {}

    static Check check(Lookups lookups, String peer, String helo, String envelopeFrom) {
        var written = envelopeFrom.isEmpty() ? helo : envelopeFrom.substring(envelopeFrom.lastIndexOf('@') + 1);
        var domain = EmailDomain.parse(written).map(EmailDomain::name).orElse(null);
        if (domain == null || !domain.contains(".")) {
            return Check.NONE;
        }
        var local = envelopeFrom.isEmpty() || envelopeFrom.lastIndexOf('@') < 1
                ? "postmaster"
                : envelopeFrom.substring(0, envelopeFrom.lastIndexOf('@'));
        var found = new SPF(new Lookups.Service(lookups)).checkSPF(withoutZone(peer), local + "@" + domain, helo);
        return new Check(result(found.getResult()), domain, peer);
    }

    private static String withoutZone(String peer) {
        int zone = peer.indexOf('%');
        return zone < 0 ? peer : peer.substring(0, zone);
    }

    private static Result result(String found) {
        return switch (found.toLowerCase(Locale.ROOT)) {
            case "pass" -> Result.PASS;
            case "fail" -> Result.FAIL;
            case "softfail" -> Result.SOFTFAIL;
            case "neutral" -> Result.NEUTRAL;
            case "temperror", "error" -> Result.TEMPERROR;
            case "permerror" -> Result.PERMERROR;
            default -> Result.NONE;
        };
    }
}
