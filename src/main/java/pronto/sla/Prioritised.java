package pronto.sla;

import java.util.List;

/** Who has open things whose priority comes from the table, and can say what another table would do to them. */
public interface Prioritised {

    /** One that would move. */
    record Move(String code, String subject, String path, Priority from, Priority to) {}

    /** How many would rise, sink, stay; the first that would move, the most urgent first. */
    record Effect(int up, int down, int same, List<Move> moves) {}

    Effect effect(PriorityTable table, int most);

    /** How many have still to be computed by the table that holds now. */
    int waiting();
}
