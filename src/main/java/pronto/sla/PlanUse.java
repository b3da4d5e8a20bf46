package pronto.sla;

import java.util.Collection;

/** Told by the modules above: how much of what they keep stands under some plans. */
public interface PlanUse {

    /** Where it is named among the others. */
    int order();

    /** The word that says so many: {@code {count, plural, one {# customer} other {# customers}}}. */
    String word();

    long count(Collection<String> plans);

    /** Whether such a plan has to stay. */
    boolean holds();
}
