package pronto.knowledge;

import java.util.Map;
import pronto.runtime.Spelling;
import pronto.ui.Refusal;

/** This cannot be done with an article that stands where it does. */
public final class ArticleStands extends Refusal {

    public ArticleStands(ArticleState state) {
        super(Kind.CONFLICT, null, Map.of("state", Spelling.of(state)));
    }

    @Override
    public String name() {
        return "article-stands";
    }
}
