package pronto.sla;

import java.util.Collection;
import java.util.Map;

/** Told by the modules above: how much of what they keep stands under some plans. */
public interface PlanUse {

    /** Where it is named among the others. */
    int order();

    /** The word that says so many: {@code {count, plural, one {# customer} other {# customers}}}. */
    String word();

    long count(Collection<String> plans);

    /** The plans that are named there, and how often, the most frequent first. */
    Map<String, Long> named(int limit);

    /** Whether such a plan has to stay. */
    boolean holds();
}
