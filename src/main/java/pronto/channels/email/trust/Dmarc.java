package pronto.channels.email.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Type;
import pronto.channels.Evidence.Check;
import pronto.channels.Evidence.Result;

/**
 * Whether what was proven is about the author that people see: the tree walk of RFC 9989, which asks the DNS where a
 * domain's organisation begins and needs no list of suffixes.
 */
final class Dmarc {

    private static final int MOST_LABELS = 8;

    private final Lookups lookups;

    Dmarc(Lookups lookups) {
        this.lookups = lookups;
    }

    void prepare(String author) {
        climb(author).forEach(domain -> lookups.prepare("_dmarc." + domain, Type.TXT));
    }

    /** {@code author} is the domain in the From field. */
    Check check(String author, Check spf, List<Check> dkim) {
        var walk = walk(author);
        if (walk.broken()) {
            return new Check(Result.TEMPERROR, author, null);
        }
        var record = walk.policy(author);
        if (record == null) {
            return new Check(Result.NONE, author, null);
        }
        var asked = policy(record, walk, author);
        boolean unsure = false;
        for (var check : dkim) {
            if (counts(check) && aligned(author, walk, check, record.strictDkim())) {
                if (check.result() == Result.PASS) {
                    return new Check(Result.PASS, author, asked);
                }
                unsure = true;
            }
        }
        if (counts(spf) && aligned(author, walk, spf, record.strictSpf())) {
            if (spf.result() == Result.PASS) {
                return new Check(Result.PASS, author, asked);
            }
            unsure = true;
        }
        return new Check(unsure ? Result.TEMPERROR : Result.FAIL, author, asked);
    }

    private static boolean counts(Check check) {
        return check.result() == Result.PASS || check.result() == Result.TEMPERROR;
    }

    private boolean aligned(String author, Walk walk, Check check, boolean strict) {
        var domain = check.domain();
        if (domain == null) {
            return false;
        }
        if (domain.equals(author)) {
            return true;
        }
        var top = walk.organisation();
        // Whoever lies outside needs no question of its own.
        return !strict && within(domain, top) && walk(domain).organisation().equals(top);
    }

    private static boolean within(String domain, String top) {
        return domain.equals(top) || domain.endsWith("." + top);
    }

    private String policy(DmarcRecord record, Walk walk, String author) {
        if (walk.at(author) != null) {
            return record.policy();
        }
        return lookups.ask(author, Type.A).kind() == Answer.Kind.NO_SUCH_NAME
                ? record.ofMissing()
                : record.ofSubdomains();
    }

    private record Step(String domain, @Nullable DmarcRecord record) {}

    /** What was found on the way up. */
    private record Walk(String from, List<Step> steps, boolean broken) {

        @Nullable DmarcRecord at(String domain) {
            return steps.stream()
                    .filter(step -> step.domain().equals(domain))
                    .map(Step::record)
                    .findFirst()
                    .orElse(null);
        }

        /** That of the author's own domain, else of the organisation, else of the suffix above it. */
        @Nullable DmarcRecord policy(String author) {
            var own = at(author);
            var ours = own == null ? at(organisation()) : own;
            return ours == null && !steps.isEmpty() ? steps.getLast().record() : ours;
        }

        String organisation() {
            for (var step : steps) {
                var record = step.record();
                if (record != null && record.psd() == 'n') {
                    return step.domain();
                }
                if (record != null && record.psd() == 'y' && !step.domain().equals(from)) {
                    return below(step.domain());
                }
            }
            return steps.isEmpty() ? from : steps.getLast().domain();
        }

        private String below(String suffix) {
            var labels = from.substring(0, from.length() - suffix.length() - 1);
            return labels.substring(labels.lastIndexOf('.') + 1) + "." + suffix;
        }
    }

    private Walk walk(String domain) {
        var steps = new ArrayList<Step>();
        for (var name : climb(domain)) {
            var answer = lookups.text("_dmarc." + name);
            if (answer.unknown()) {
                return new Walk(domain, steps, true);
            }
            var record = DmarcRecord.of(answer.records());
            record.ifPresent(found -> steps.add(new Step(name, found)));
            if (record.filter(found -> found.psd() != 'u').isPresent()) {
                break;
            }
        }
        return new Walk(domain, steps, false);
    }

    /** The domain and those above it, at most eight: of a long one the middle is left out. */
    private static List<String> climb(String domain) {
        var names = new ArrayList<String>();
        var name = Optional.of(domain);
        while (name.isPresent()) {
            names.add(name.get());
            var labels = List.of(name.get().split("\\."));
            int next = Math.min(labels.size() - 1, MOST_LABELS - 1);
            name = next < 1
                    ? Optional.empty()
                    : Optional.of(String.join(".", labels.subList(labels.size() - next, labels.size())));
        }
        return names;
    }
}
