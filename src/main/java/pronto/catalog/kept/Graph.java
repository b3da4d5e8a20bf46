package pronto.catalog.kept;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pronto.catalog.Catalog;
import pronto.catalog.Dependency;
import pronto.catalog.DependencyCycle;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartKind;
import pronto.ui.Invalid;

/** The lines between parts: which there may be, and that "depends on" never leads back to where it began. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Graph {

    private final JdbcClient db;
    private final Catalog catalog;

    Graph(JdbcClient db, Catalog catalog) {
        this.db = db;
        this.catalog = catalog;
    }

    /** One writes at a time: two lines drawn at once could close a circle that neither saw. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('catalog.graph', 0))")
                .query((row, number) -> true)
                .single();
    }

    /** Makes the lines of the stored part those of the draft. */
    void draw(long id, Part before, Part after) {
        draw(id, after, Dependency.DEPENDS_ON, before.dependsOn(), after.dependsOn());
        draw(id, after, Dependency.RUNS_ON, before.runsOn(), after.runsOn());
    }

    private void draw(long id, Part part, Dependency how, List<String> before, List<String> after) {
        var gone = new HashSet<>(before);
        after.forEach(gone::remove);
        if (!gone.isEmpty()) {
            db.sql("""
                    delete from catalog.dependency
                     where part_id = :id and how = :how
                       and on_id in (select p.id from catalog.part p where p.key = any(:gone))
                    """)
                    .param("id", id)
                    .param("how", how.text())
                    .param("gone", gone.toArray(String[]::new))
                    .update();
        }
        var added = new ArrayList<>(after);
        added.removeAll(before);
        if (!added.isEmpty()) {
            var targets = targets(part, how, added);
            if (how == Dependency.DEPENDS_ON) {
                refuseCircle(part, added);
            }
            db.sql("""
                    insert into catalog.dependency (part_id, on_id, how)
                    select :id, t.id, :how from unnest(:targets::bigint[]) as t(id)
                    """)
                    .param("id", id)
                    .param("how", how.text())
                    .param("targets", targets.toArray(Long[]::new))
                    .update();
        }
    }

    private List<Long> targets(Part part, Dependency how, List<String> keys) {
        var there = catalog.find(keys);
        var targets = new ArrayList<Long>();
        for (var key : keys) {
            if (key.equals(part.key())) {
                throw new DependencyCycle(how.text(), List.of(key, key));
            }
            var target = there.get(key);
            if (target == null) {
                throw NoSuchPart.named(how.text(), key);
            }
            if (target.retired()) {
                throw new Invalid("part-retired", how.text(), Map.of("part", key));
            }
            refuseUnlike(part, how, target);
            targets.add(target.id());
        }
        return targets;
    }

    private static void refuseUnlike(Part part, Dependency how, Part target) {
        var environment = target.kind() == PartKind.ENVIRONMENT;
        if (how == Dependency.DEPENDS_ON && environment) {
            throw new Invalid("depends-on-environment", how.text(), Map.of("part", target.key()));
        }
        if (how == Dependency.RUNS_ON && (!environment || part.kind() == PartKind.ENVIRONMENT)) {
            throw new Invalid("runs-on-no-environment", how.text(), Map.of("part", target.key(), "from", part.key()));
        }
    }

    private void refuseCircle(Part part, Collection<String> added) {
        var below = below(added);
        for (var start : added) {
            var way = way(below, start, part.key());
            if (!way.isEmpty()) {
                way.addFirst(part.key());
                throw new DependencyCycle(Dependency.DEPENDS_ON.text(), way);
            }
        }
    }

    /** All that these depend on, however far: from each to what it depends on. */
    private Map<String, Set<String>> below(Collection<String> keys) {
        var below = new HashMap<String, Set<String>>();
        db.sql("""
                with recursive below (id) as (
                    select p.id from catalog.part p where p.key = any(:keys)
                    union
                    select d.on_id from below b join catalog.dependency d on d.part_id = b.id and d.how = 'dependsOn')
                select f.key as from_key, t.key as to_key
                  from below b
                  join catalog.dependency d on d.part_id = b.id and d.how = 'dependsOn'
                  join catalog.part f on f.id = d.part_id
                  join catalog.part t on t.id = d.on_id
                """).param("keys", keys.toArray(String[]::new)).query(row -> {
            below.computeIfAbsent(row.getString("from_key"), missing -> new HashSet<>())
                    .add(row.getString("to_key"));
        });
        return below;
    }

    /** The shortest way from one to the other, both ends named; empty where there is none. */
    private static List<String> way(Map<String, Set<String>> below, String start, String end) {
        var cameFrom = new HashMap<String, String>();
        var next = new ArrayDeque<>(List.of(start));
        cameFrom.put(start, "");
        while (!next.isEmpty()) {
            var here = next.remove();
            if (here.equals(end)) {
                return back(cameFrom, end);
            }
            for (var on : below.getOrDefault(here, Set.of())) {
                if (cameFrom.putIfAbsent(on, here) == null) {
                    next.add(on);
                }
            }
        }
        return new ArrayList<>();
    }

    private static List<String> back(Map<String, String> cameFrom, String end) {
        var way = new ArrayList<String>();
        for (var at = end; !at.isEmpty(); at = cameFrom.getOrDefault(at, "")) {
            way.addFirst(at);
        }
        return way;
    }
}
