package pronto.catalog.kept;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.catalog.Catalog;
import pronto.catalog.CatalogBook;
import pronto.catalog.Dependency;
import pronto.catalog.NoSuchPart;
import pronto.catalog.Part;
import pronto.catalog.PartExists;
import pronto.catalog.PartFields;
import pronto.catalog.PartInUse;
import pronto.catalog.PartKind;
import pronto.runtime.Changes;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.api.Given;

/** Writes the catalog down: what was said, put over what is there, if it may be so. */
@Component
@Transactional
class KeptParts implements CatalogBook {

    private static final String TOPIC = "part";
    private static final int NAMED_USERS = 5;

    private final JdbcClient db;
    private final Catalog catalog;
    private final Graph graph;
    private final Staff staff;
    private final InstantSource time;
    private final Timeline timeline;
    private final Changes changes;

    KeptParts(
            JdbcClient db,
            Catalog catalog,
            Graph graph,
            Staff staff,
            InstantSource time,
            Timeline timeline,
            Changes changes) {
        this.db = db;
        this.catalog = catalog;
        this.graph = graph;
        this.staff = staff;
        this.time = time;
        this.timeline = timeline;
        this.changes = changes;
    }

    @Override
    public Part add(PartKind kind, String key, PartFields fields, Actor actor) {
        var blank = PartDraft.blank(kind, key);
        graph.lock();
        catalog.find(blank.key()).ifPresent(there -> {
            throw new PartExists(there);
        });
        return insert(blank, fields, actor);
    }

    @Override
    public Written put(PartKind kind, String key, PartFields fields, IntConsumer seen, Actor actor) {
        var blank = PartDraft.blank(kind, key);
        graph.lock();
        var there = catalog.find(blank.key());
        if (there.isEmpty()) {
            seen.accept(0);
            return new Written(insert(blank, fields, actor), true);
        }
        if (there.get().kind() != kind) {
            throw new PartExists(there.get());
        }
        return new Written(change(there.get(), fields, seen, actor), false);
    }

    @Override
    public Part change(String key, PartFields fields, IntConsumer seen, Actor actor) {
        graph.lock();
        return change(need(key), fields, seen, actor);
    }

    @Override
    public Part link(String key, Dependency how, String on, Actor actor) {
        graph.lock();
        var part = need(key);
        var keys = new ArrayList<>(how == Dependency.DEPENDS_ON ? part.dependsOn() : part.runsOn());
        keys.add(KeptCatalog.spelled(Invalid.required(on, "on")));
        return change(part, lines(how, keys), ANY, actor);
    }

    @Override
    public Part unlink(String key, String on, Actor actor) {
        graph.lock();
        var part = need(key);
        var gone = KeptCatalog.spelled(on);
        var how = part.dependsOn().contains(gone) ? Dependency.DEPENDS_ON : Dependency.RUNS_ON;
        var keys = new ArrayList<>(how == Dependency.DEPENDS_ON ? part.dependsOn() : part.runsOn());
        keys.remove(gone);
        return change(part, lines(how, keys), ANY, actor);
    }

    private static PartFields lines(Dependency how, List<String> keys) {
        var all = keys.toArray(String[]::new);
        return how == Dependency.DEPENDS_ON ? PartFields.NOTHING.dependingOn(all) : PartFields.NOTHING.runningOn(all);
    }

    @Override
    public void remove(String key, IntConsumer seen, Actor actor) {
        graph.lock();
        var part = need(key);
        seen.accept(part.version());
        var users = db.sql("""
                select p.key from catalog.dependency d join catalog.part p on p.id = d.part_id
                 where d.on_id = :id order by p.key limit :limit
                """)
                .param("id", part.id())
                .param("limit", NAMED_USERS)
                .query(String.class)
                .list();
        try {
            db.sql("delete from catalog.part where id = :id")
                    .param("id", part.id())
                    .update();
        } catch (DataIntegrityViolationException inUse) {
            throw new PartInUse(part.key(), String.join(", ", users));
        }
        told("catalog.removed", part, actor, difference(part, PartDraft.blank(part.kind(), part.key())));
    }

    private Part insert(Part blank, PartFields fields, Actor actor) {
        var draft = PartDraft.of(blank, fields);
        checkTeam(draft, fields.team());
        var id = fields(db.sql("""
                        insert into catalog.part (kind, key, name_en, name_it, description, words, team_id, core,
                                                  created_at, updated_at, retired_at)
                        values (:kind, :key, :nameEn, :nameIt, :description, :words, :team, :core,
                                :now, :now, case when :retired then :now::timestamptz end)
                        returning id
                        """), draft)
                .param("kind", draft.kind().text())
                .param("key", draft.key())
                .query(Long.class)
                .single();
        graph.draw(id, blank, draft);
        var made = need(draft.key());
        told("catalog.added", made, actor, difference(blank, made));
        return made;
    }

    private Part change(Part before, PartFields fields, IntConsumer seen, Actor actor) {
        seen.accept(before.version());
        var after = PartDraft.of(before, fields);
        if (after.equals(before)) {
            return before;
        }
        checkTeam(after, fields.team());
        fields(db.sql("""
                        update catalog.part
                           set name_en = :nameEn, name_it = :nameIt, description = :description, words = :words,
                               team_id = :team, core = :core, version = version + 1, updated_at = :now,
                               retired_at = case when :retired then coalesce(retired_at, :now::timestamptz) end
                         where id = :id
                        """), after).param("id", before.id()).update();
        graph.draw(before.id(), before, after);
        var changed = need(before.key());
        told(kind(before, changed), changed, actor, difference(before, changed));
        return changed;
    }

    private static String kind(Part before, Part after) {
        if (before.retired() == after.retired()) {
            return "catalog.changed";
        }
        return after.retired() ? "catalog.retired" : "catalog.broughtBack";
    }

    private void checkTeam(Part draft, Given<Long> said) {
        if (said.present()
                && staff.team(draft.team()).filter(team -> !team.removed()).isEmpty()) {
            throw new Invalid("team-unknown", "team");
        }
    }

    private JdbcClient.StatementSpec fields(JdbcClient.StatementSpec statement, Part part) {
        return statement
                .param("nameEn", part.nameEn())
                .param("nameIt", part.nameIt())
                .param("description", part.description())
                .param("words", Folded.of(part.key() + " " + part.nameEn() + " " + part.nameIt()))
                .param("team", part.team())
                .param("core", part.core())
                .param("retired", part.retired())
                .param("now", time.instant().atOffset(UTC));
    }

    private Part need(String key) {
        return catalog.find(key).orElseThrow(() -> NoSuchPart.searched(key));
    }

    private void told(String kind, Part part, Actor actor, Map<String, ?> fields) {
        timeline.add(
                kind,
                actor,
                new Subject("part", part.id()),
                null,
                Map.of("part", part.key(), "name", part.nameEn(), "fields", fields));
        changes.record(TOPIC, part.key());
    }

    /** The fields that differ: of each, what it was and what it is. */
    private static Map<String, List<@Nullable Object>> difference(Part before, Part after) {
        var was = fields(before);
        var differing = new LinkedHashMap<String, List<@Nullable Object>>();
        fields(after).forEach((field, value) -> {
            if (!Objects.equals(value, was.get(field))) {
                differing.put(field, Arrays.asList(was.get(field), value));
            }
        });
        return differing;
    }

    private static Map<String, @Nullable Object> fields(Part part) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("names.en", part.nameEn());
        fields.put("names.it", part.nameIt());
        fields.put("description", part.description());
        fields.put("team", part.team());
        fields.put("core", part.core());
        fields.put("retired", part.retired());
        fields.put("dependsOn", part.dependsOn());
        fields.put("runsOn", part.runsOn());
        return fields;
    }
}
