package pronto.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.answers.KeptAnswer;
import pronto.runtime.answers.KeptAnswers;

/**
 * What somebody does by pressing a button: done once, however often the press arrives. The page gives each deliberate
 * act a key of its own; what it did and that it did it are one transaction.
 */
public final class Act {

    private final KeptAnswers answers;
    private final TransactionTemplate transaction;
    private final String owner;
    private final @Nullable String key;
    private final String asked;

    Act(KeptAnswers answers, TransactionTemplate transaction, String owner, @Nullable String key, String asked) {
        this.answers = answers;
        this.transaction = transaction;
        this.owner = owner;
        this.key = key;
        this.asked = asked;
    }

    /** The effect says what came of it, as the number of a message; a repeat is told the same and does nothing. */
    public long once(LongSupplier effect) {
        return once("", effect);
    }

    /** One of the several things that an act consists of, each with a transaction of its own. */
    public long once(String part, LongSupplier effect) {
        return Objects.requireNonNull(transaction.execute(
                status -> key == null ? effect.getAsLong() : once(owner, key + " " + part, effect)));
    }

    private long once(String owner, String key, LongSupplier effect) {
        answers.await(owner, key);
        var earlier = answers.find(owner, key);
        if (earlier.isPresent()) {
            return again(earlier.get());
        }
        var came = effect.getAsLong();
        answers.keep(
                owner,
                key,
                new KeptAnswer(asked, 200, null, Map.of(), Long.toString(came).getBytes(UTF_8)));
        return came;
    }

    private long again(KeptAnswer earlier) {
        if (!earlier.requestHash().equals(asked)) {
            throw new DoneBefore();
        }
        return Long.parseLong(new String(earlier.body(), UTF_8));
    }
}
