package org.ownpath.framework;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.Counted;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes editions of frameworks: says what would change, refuses cycles and dangling references with where they
 * stand, and publishes whole or not at all. A draft that says nothing new publishes no edition.
 */
@Component
public class FrameworkImport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Access access;
    private final Turns turns;
    private final Frameworks frameworks;
    private final Clock clock;

    FrameworkImport(JdbcClient database, Access access, Turns turns, Frameworks frameworks, Clock clock) {
        this.database = database;
        this.access = access;
        this.turns = turns;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** What publishing the draft would change. Changes nothing. */
    @Transactional(readOnly = true)
    public FrameworkPlan plan(FrameworkDraft draft) {
        List<Problem> problems = DraftCheck.problems(draft);
        if (!problems.isEmpty()) {
            return new FrameworkPlan.Refused(problems);
        }
        Optional<Known> known = known(draft.sourceId());
        int next = known.map(k -> k.edition() + 1).orElse(1);
        return new FrameworkPlan.Planned(next, changes(draft, known));
    }

    /** Publishes the draft as the framework's next edition. */
    @Transactional
    public FrameworkPlan publish(Viewer viewer, FrameworkDraft draft, Progress progress) {
        access.require(viewer, Role.ADMINISTRATOR);
        turns.take("framework of " + DistrictScope.require());
        FrameworkPlan plan = plan(draft);
        if (plan instanceof FrameworkPlan.Planned planned && !planned.changes().isEmpty()) {
            write(viewer, draft, planned, progress);
            frameworks.changed();
            access.audit(
                    viewer,
                    "framework.published",
                    draft.title(),
                    "edition " + planned.editionNumber() + ", "
                            + planned.changes().size() + " changes");
        }
        return plan;
    }

    /** The edition before. */
    private record Known(
            FrameworkId id,
            int edition,
            String title,
            Map<String, FrameworkDraft.Item> items,
            Map<String, UUID> ids,
            Set<String> edges) {}

    private Optional<Known> known(String sourceId) {
        return database.sql("""
                select f.id, f.title, max(e.number) as number
                from framework.framework f join framework.edition e on e.framework_id = f.id
                where f.source_id = ? group by f.id""")
                .param(sourceId)
                .query((row, n) -> known(
                        new FrameworkId(row.getObject("id", UUID.class)), row.getInt("number"), row.getString("title")))
                .optional();
    }

    private Known known(FrameworkId id, int edition, String title) {
        Map<String, FrameworkDraft.Item> items = new HashMap<>();
        Map<String, UUID> ids = new HashMap<>();
        database.sql("select * from framework.competency where framework_id = ?")
                .param(id.value())
                .query(row -> {
                    ids.put(row.getString("source_id"), row.getObject("id", UUID.class));
                    if (row.getObject("retired_in") == null) {
                        items.put(row.getString("source_id"), ItemRow.read(row));
                    }
                });
        Set<String> edges = new HashSet<>(
                database.sql("""
                select b.source_id || ' > ' || a.source_id from framework.prerequisite p
                join framework.competency b on b.id = p.before_id
                join framework.competency a on a.id = p.after_id where p.framework_id = ?""").param(id.value()).query(String.class).list());
        return new Known(id, edition, title, items, ids, edges);
    }

    private static List<Change> changes(FrameworkDraft draft, Optional<Known> known) {
        List<Change> changes = new ArrayList<>();
        if (known.isEmpty()) {
            changes.add(new Change(Change.Kind.ADD, "framework", draft.title(), "first edition"));
        } else if (!known.get().title().equals(draft.title())) {
            changes.add(new Change(Change.Kind.CHANGE, "framework", known.get().title(), "becomes " + draft.title()));
        }
        // Before the long list of competencies, of which reports show the beginning.
        edgeChanges(draft, known.map(Known::edges).orElse(Set.of()), changes);
        Map<String, FrameworkDraft.Item> before = known.map(Known::items).orElse(Map.of());
        Set<String> told = new HashSet<>();
        for (FrameworkDraft.Item item : draft.items()) {
            told.add(item.sourceId());
            itemChange(before.get(item.sourceId()), item).ifPresent(changes::add);
        }
        before.forEach((sourceId, item) -> {
            if (!told.contains(sourceId)) {
                changes.add(new Change(Change.Kind.END, what(item), item.title(), "no longer in the framework"));
            }
        });
        return changes;
    }

    private static Optional<Change> itemChange(FrameworkDraft.@Nullable Item before, FrameworkDraft.Item item) {
        if (before == null) {
            return Optional.of(new Change(Change.Kind.ADD, what(item), item.title(), ""));
        }
        String detail = ItemRow.differences(before, item);
        return detail.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Change.Kind.CHANGE, what(item), item.title(), detail));
    }

    private static void edgeChanges(FrameworkDraft draft, Set<String> before, List<Change> changes) {
        Set<String> now = draft.prerequisites().stream()
                .map(edge -> edge.before() + " > " + edge.after())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        long added = now.stream().filter(edge -> !before.contains(edge)).count();
        long ended = before.stream().filter(edge -> !now.contains(edge)).count();
        if (added > 0) {
            changes.add(new Change(Change.Kind.ADD, "set of prerequisites", links(added), "what comes before what"));
        }
        if (ended > 0) {
            changes.add(
                    new Change(Change.Kind.END, "set of prerequisites", links(ended), "no longer in the framework"));
        }
    }

    private static String links(long count) {
        return Counted.of(count, "link");
    }

    private static String what(FrameworkDraft.Item item) {
        return item.assessable() ? "competency" : "heading";
    }

    private void write(Viewer viewer, FrameworkDraft draft, FrameworkPlan.Planned planned, Progress progress) {
        Optional<Known> known = known(draft.sourceId());
        FrameworkId framework = known.map(Known::id).orElseGet(FrameworkId::next);
        writeFramework(draft, framework);
        frameworks.noteUsage(framework);
        Map<String, UUID> ids = new LinkedHashMap<>(known.map(Known::ids).orElse(Map.of()));
        int position = 0;
        for (FrameworkDraft.Item item : draft.items()) {
            UUID id = ids.computeIfAbsent(item.sourceId(), fresh -> TimeOrdered.next());
            ItemRow.write(database, framework, id, item, position++, planned.editionNumber());
            progress.at("Writing", position, draft.items().size());
        }
        retire(draft, known, planned.editionNumber());
        writeEdges(draft, framework);
        database.sql("""
                insert into framework.edition
                    (id, framework_id, district_id, number, published_at, published_by, content_hash, document)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        TimeOrdered.next(),
                        framework.value(),
                        DistrictScope.require().value(),
                        planned.editionNumber(),
                        Timestamp.from(clock.instant()),
                        viewer.account().value(),
                        Integer.toHexString(Objects.hash(draft.items(), draft.prerequisites())),
                        JSON.writeValueAsString(draft))
                .update();
    }

    private void writeFramework(FrameworkDraft draft, FrameworkId id) {
        database.sql("""
                insert into framework.framework (id, district_id, source_id, title, publisher, source_uri, notice,
                                                 scale, in_use, created_at)
                values (:id, :district, :source, :title, :publisher, :uri, :notice, :scale::jsonb,
                        not exists (select 1 from framework.framework where in_use), :now)
                on conflict (district_id, source_id) do update
                set title = excluded.title, publisher = excluded.publisher, source_uri = excluded.source_uri,
                    notice = excluded.notice, scale = excluded.scale""")
                .param("id", id.value())
                .param("district", DistrictScope.require().value())
                .param("source", draft.sourceId())
                .param("title", draft.title())
                .param("publisher", draft.publisher().orElse(null))
                .param("uri", draft.sourceUri().orElse(null))
                .param("notice", draft.notice().orElse(null))
                .param("scale", ScaleJson.write(draft.scale()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void retire(FrameworkDraft draft, Optional<Known> known, int edition) {
        if (known.isEmpty()) {
            return;
        }
        Set<String> gone = new HashSet<>(known.get().items().keySet());
        draft.items().forEach(item -> gone.remove(item.sourceId()));
        database.sql("update framework.competency set retired_in = ? where framework_id = ? and source_id = any(?)")
                .params(edition, known.get().id().value(), gone.toArray(String[]::new))
                .update();
    }

    private void writeEdges(FrameworkDraft draft, FrameworkId framework) {
        database.sql("delete from framework.prerequisite where framework_id = ?")
                .param(framework.value())
                .update();
        database.sql("""
                insert into framework.prerequisite (framework_id, district_id, before_id, after_id)
                select distinct b.framework_id, b.district_id, b.id, a.id
                from unnest(:before::text[], :after::text[]) as t (before_key, after_key)
                join framework.competency b on b.framework_id = :framework and b.source_id = t.before_key
                join framework.competency a on a.framework_id = :framework and a.source_id = t.after_key""")
                .param("framework", framework.value())
                .param(
                        "before",
                        draft.prerequisites().stream()
                                .map(FrameworkDraft.Edge::before)
                                .toArray(String[]::new))
                .param(
                        "after",
                        draft.prerequisites().stream()
                                .map(FrameworkDraft.Edge::after)
                                .toArray(String[]::new))
                .update();
    }
}
