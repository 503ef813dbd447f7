package org.ownpath.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.AccountKeeping;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a roster in: compares it with what its source told before, says what would change, and applies it whole or not
 * at all. Taking the same roster twice changes nothing the second time. Nobody is deleted: who has left is inactive.
 */
@Component
public class RosterImport {

    private static final int BATCH = 1000;

    private final JdbcTemplate database;
    private final Access access;
    private final AccountKeeping accounts;
    private final Turns turns;

    RosterImport(JdbcTemplate database, Access access, AccountKeeping accounts, Turns turns) {
        this.database = database;
        this.access = access;
        this.accounts = accounts;
        this.turns = turns;
    }

    /** What the roster would change. Changes nothing. */
    @Transactional(readOnly = true)
    public RosterPlan plan(RosterDraft draft) {
        Comparison comparison = compare(draft);
        return comparison.problems.isEmpty()
                ? new RosterPlan.Planned(comparison.changes)
                : new RosterPlan.Refused(
                        comparison.problems.stream().sorted(Problem.IN_ORDER).toList());
    }

    /** Takes the roster in. Refused with problems, or done with the changes it made. */
    @Transactional
    public RosterPlan apply(Viewer viewer, RosterDraft draft, Progress progress) {
        access.require(viewer, Role.ADMINISTRATOR);
        turns.take("roster of " + DistrictScope.require());
        Comparison comparison = compare(draft);
        if (!comparison.problems.isEmpty()) {
            return new RosterPlan.Refused(comparison.problems);
        }
        long total = comparison.writes.values().stream().mapToLong(List::size).sum();
        long done = 0;
        for (Map.Entry<RosterTable, List<Object[]>> entry : comparison.writes.entrySet()) {
            List<Object[]> rows = entry.getValue();
            for (int from = 0; from < rows.size(); from += BATCH) {
                List<Object[]> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
                database.batchUpdate(entry.getKey().upsert(), batch);
                done += batch.size();
                progress.at("Writing", done, total);
            }
        }
        accounts.follow(viewer, people(comparison, false), people(comparison, true));
        access.audit(viewer, "roster.imported", draft.source(), comparison.changes.size() + " changes");
        return new RosterPlan.Planned(comparison.changes);
    }

    /** Those whose row is written as active, or as having left. */
    private static List<PersonId> people(Comparison comparison, boolean active) {
        return Objects.requireNonNull(comparison.writes.get(RosterTable.PERSON)).stream()
                .filter(row -> row[RosterTable.ACTIVE].equals(active))
                .map(row -> new PersonId((UUID) row[RosterTable.ID]))
                .toList();
    }

    /** A row as the database has it. */
    private record Known(UUID id, boolean active, Map<String, @Nullable Object> values) {}

    /** What comparing a draft with the database found. */
    private static final class Comparison {
        final List<Problem> problems = new ArrayList<>();
        final List<Change> changes = new ArrayList<>();
        final Map<RosterTable, List<Object[]>> writes = new EnumMap<>(RosterTable.class);
        final Map<RosterTable, Map<String, UUID>> ids = new EnumMap<>(RosterTable.class);
        final RosterNames names = new RosterNames();
    }

    private Comparison compare(RosterDraft draft) {
        Comparison comparison = new Comparison();
        for (RosterTable table : RosterTable.values()) {
            compare(table, draft, comparison);
        }
        return comparison;
    }

    private void compare(RosterTable table, RosterDraft draft, Comparison comparison) {
        Map<String, Known> known = known(table, draft.source());
        Map<String, UUID> ids = new HashMap<>();
        known.forEach((sourceId, row) -> {
            ids.put(sourceId, row.id());
            comparison.names.note(table, row.id(), row.values());
        });
        comparison.ids.put(table, ids);
        comparison.writes.put(table, new ArrayList<>());
        Map<String, RosterRow> told = told(table, draft, comparison);
        for (RosterRow row : told.values()) {
            ids.computeIfAbsent(row.key().sourceId(), fresh -> TimeOrdered.next());
        }
        for (RosterRow row : told.values()) {
            compareRow(row, known.get(row.key().sourceId()), draft, comparison);
        }
        if (draft.full() && draft.tells(table)) {
            known.forEach((sourceId, row) -> {
                if (row.active() && !told.containsKey(sourceId)) {
                    write(table, draft.source(), sourceId, false, row.values(), comparison);
                    comparison.changes.add(new Change(
                            Change.Kind.END,
                            table.words,
                            comparison.names.of(table, row.values()),
                            "no longer listed"));
                }
            });
        }
    }

    private static Map<String, RosterRow> told(RosterTable table, RosterDraft draft, Comparison comparison) {
        Map<String, RosterRow> told = new LinkedHashMap<>();
        for (RosterRow row : RosterRow.of(table, draft)) {
            RosterRow twin = told.putIfAbsent(row.key().sourceId(), row);
            if (twin != null && !twin.values().equals(row.values())) {
                RosterDraft.Origin at = row.key().origin();
                comparison.problems.add(new Problem(
                        at.file(),
                        at.row(),
                        "sourcedId",
                        "'" + row.key().sourceId() + "' stands in row "
                                + twin.key().origin().row()
                                + " already, with other values. Keep one of the two rows."));
            }
        }
        return told;
    }

    private void compareRow(RosterRow row, @Nullable Known before, RosterDraft draft, Comparison comparison) {
        if (row.key().ended() && before == null) {
            return;
        }
        Map<String, @Nullable Object> values = resolved(row, comparison);
        if (before != null && !draft.full()) {
            keepWhatIsNotSaid(values, before);
        }
        boolean active = !row.key().ended();
        UUID id = Objects.requireNonNull(comparison.ids.get(row.table()))
                .get(row.key().sourceId());
        comparison.names.note(row.table(), Objects.requireNonNull(id), values);
        if (before != null && before.active() == active && before.values().equals(values)) {
            return;
        }
        write(row.table(), draft.source(), row.key().sourceId(), active, values, comparison);
        comparison.changes.add(change(row, before, new Now(values, active), comparison.names));
    }

    /** Among changes only, an empty value says nothing: what is known stays. A full roster clears it. */
    private static void keepWhatIsNotSaid(Map<String, @Nullable Object> values, Known before) {
        values.replaceAll((column, value) ->
                value == null || value.equals(List.of()) ? before.values().get(column) : value);
    }

    /** A row as it will be. */
    private record Now(Map<String, @Nullable Object> values, boolean active) {}

    private static Change change(RosterRow row, @Nullable Known before, Now now, RosterNames names) {
        String what = row.table().words;
        String name = names.of(row.table(), now.values());
        if (before == null || (!before.active() && now.active())) {
            return new Change(Change.Kind.ADD, what, name, "");
        }
        if (!now.active()) {
            return new Change(Change.Kind.END, what, name, "");
        }
        if (row.table() == RosterTable.DEMOGRAPHICS) {
            return new Change(Change.Kind.CHANGE, what, name, "");
        }
        String detail = now.values().entrySet().stream()
                .filter(e -> !Objects.equals(e.getValue(), before.values().get(e.getKey())))
                .map(e -> e.getKey().replace('_', ' ').replace(" id", "") + ": "
                        + names.shown(before.values().get(e.getKey())) + " becomes " + names.shown(e.getValue()))
                .collect(Collectors.joining("; "));
        return new Change(Change.Kind.CHANGE, what, name, detail);
    }

    private static Map<String, @Nullable Object> resolved(RosterRow row, Comparison comparison) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.replaceAll((name, value) ->
                value instanceof RosterRow.Reference reference ? resolve(row, reference, comparison) : value);
        return values;
    }

    private static @Nullable UUID resolve(RosterRow row, RosterRow.Reference reference, Comparison comparison) {
        UUID id = Objects.requireNonNull(comparison.ids.get(reference.to())).get(reference.sourceId());
        if (id == null) {
            RosterDraft.Origin at = row.key().origin();
            comparison.problems.add(new Problem(
                    at.file(),
                    at.row(),
                    reference.column(),
                    "No " + reference.to().words + " '" + reference.sourceId()
                            + "' is in this import or known from an earlier one. Add it, or correct the value."));
        }
        return id;
    }

    private static void write(
            RosterTable table,
            String source,
            String sourceId,
            boolean active,
            Map<String, @Nullable Object> values,
            Comparison comparison) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(Objects.requireNonNull(comparison.ids.get(table)).get(sourceId));
        row.add(DistrictScope.require().value());
        row.add(source);
        row.add(sourceId);
        row.add(active);
        for (RosterTable.Column column : table.columns) {
            Object value = values.get(column.name());
            row.add(value instanceof List<?> texts ? texts.toArray(String[]::new) : value);
        }
        Objects.requireNonNull(comparison.writes.get(table)).add(row.toArray());
    }

    private Map<String, Known> known(RosterTable table, String source) {
        Map<String, Known> known = new HashMap<>();
        database.query(
                table.selectAll(),
                row -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (RosterTable.Column column : table.columns) {
                        values.put(
                                column.name(),
                                switch (column.kind()) {
                                    case TEXT -> row.getString(column.name());
                                    case DATE -> row.getObject(column.name(), java.time.LocalDate.class);
                                    case REFERENCE -> row.getObject(column.name(), UUID.class);
                                    case TEXTS ->
                                        Arrays.stream((String[]) row.getArray(column.name())
                                                        .getArray())
                                                .sorted()
                                                .toList();
                                });
                    }
                    known.put(
                            row.getString("source_id"),
                            new Known(row.getObject("id", UUID.class), row.getBoolean("active"), values));
                },
                source);
        return known;
    }
}
