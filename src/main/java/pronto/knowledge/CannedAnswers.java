package pronto.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canned answers a technician may insert. */
public interface CannedAnswers {

    List<CannedAnswer> matching(String text, String language, int limit);

    Optional<CannedAnswer> find(long id);

    /** The answer with its placeholders filled in; one without a value stays visible as a gap to fill. */
    String fill(CannedAnswer answer, Map<String, String> values);
}
