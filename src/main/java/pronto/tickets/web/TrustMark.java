package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.channels.Evidence;
import pronto.channels.Trust;

/** How far the sender of a message is to be believed, in a word, and why, on a click. */
public record TrustMark(Trust trust, @Nullable String server, List<Line> lines) {

    /** One answer: of which question, how it came out, about whom. */
    public record Line(String word, String result, String domain, String why) {

        public boolean good() {
            return result.equals("PASS");
        }

        /** Where nothing is said, or nobody could be asked, nothing failed. */
        public boolean silent() {
            return switch (result) {
                case "NONE", "NEUTRAL", "TEMPERROR" -> true;
                default -> false;
            };
        }
    }

    static TrustMark of(Trust trust, @Nullable Evidence evidence) {
        if (evidence == null) {
            return new TrustMark(trust, null, List.of());
        }
        var lines = new ArrayList<Line>();
        lines.add(line("dmarc", evidence.dmarc()));
        lines.add(line("spf", evidence.spf()));
        if (evidence.dkim().isEmpty()) {
            lines.add(line("dkim", Evidence.Check.NONE));
        }
        evidence.dkim().forEach(check -> lines.add(line("dkim", check)));
        return new TrustMark(trust, evidence.server(), List.copyOf(lines));
    }

    private static Line line(String word, Evidence.Check check) {
        return new Line(
                "tickets.evidence." + (word.equals("spf") && check.why() == null ? "spf.told" : word),
                check.result().name(),
                Objects.requireNonNullElse(check.domain(), ""),
                Objects.requireNonNullElse(check.why(), ""));
    }

    /** What it comes to, for somebody who does not know how mail is proven. */
    public String sentence() {
        return "tickets.evidence." + trust.name();
    }

    public String look() {
        return switch (trust) {
            case FAILED -> "badge--bad";
            case VERIFIED, UNVERIFIED -> "";
        };
    }

    public String icon() {
        return switch (trust) {
            case VERIFIED -> "shield-check";
            case UNVERIFIED -> "shield-question-mark";
            case FAILED -> "shield-alert";
        };
    }

    public String word() {
        return switch (trust) {
            case VERIFIED -> "tickets.badge.verified";
            case UNVERIFIED -> "tickets.badge.unverified";
            case FAILED -> "tickets.badge.failed";
        };
    }
}
