package pronto.sla.priority;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pronto.sla.Prioritised;
import pronto.sla.PriorityTable;

/** What a table would do to everything open that has a priority, whoever keeps it. */
@Component
public class Effects {

    private final ObjectProvider<Prioritised> all;

    Effects(ObjectProvider<Prioritised> all) {
        this.all = all;
    }

    public Prioritised.Effect of(PriorityTable table, int most) {
        var up = 0;
        var down = 0;
        var same = 0;
        var moves = new ArrayList<Prioritised.Move>();
        for (var one : all.orderedStream().toList()) {
            var effect = one.effect(table, most);
            up += effect.up();
            down += effect.down();
            same += effect.same();
            moves.addAll(effect.moves());
        }
        return new Prioritised.Effect(up, down, same, first(moves, most));
    }

    private static List<Prioritised.Move> first(List<Prioritised.Move> moves, int most) {
        return moves.stream()
                .sorted(comparing(Prioritised.Move::to))
                .limit(most)
                .toList();
    }

    public int waiting() {
        return all.stream().mapToInt(Prioritised::waiting).sum();
    }
}
