package org.ownpath.exchange.xapi;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Statements as the database keeps them. */
@Component
class StatementRows {

    private final JdbcClient database;

    StatementRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A statement that is kept now.
     *
     * @param awaited whether statements that refer to it were here before it
     */
    record Added(UUID id, long seq, Timestamp storedAt, boolean awaited) {}

    /** Adds those whose ids are new, with one statement to the database. */
    Map<UUID, Added> add(Viewer by, List<NewStatement> statements, Map<UUID, StudentId> students) {
        return database
                .sql("""
                with added as (
                    insert into exchange.statement (district_id, id, sent_by, actor, verb, activity, registration, refers_to,
                        student_id, body)
                    select ?, n.id, ?, n.actor, n.verb, n.activity, n.registration, n.refers_to, n.student, n.body::jsonb
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[])
                         with ordinality as n(id, actor, verb, activity, registration, refers_to, student, body, place)
                    order by n.place
                    on conflict (district_id, id) do nothing
                    returning id, seq, stored_at)
                select a.id, a.seq, a.stored_at, exists(select 1 from exchange.statement r
                           where r.district_id = ? and r.refers_to = a.id) as awaited
                from added a""")
                .params(
                        by.district().value(),
                        by.account().value(),
                        ids(statements, NewStatement::id),
                        ids(statements, s -> s.named().actor().value()),
                        ids(statements, s -> s.named().verb().value()),
                        ids(
                                statements,
                                s -> s.named().activity().map(Key::value).orElse(null)),
                        ids(statements, s -> s.named().registration().orElse(null)),
                        ids(statements, s -> s.named().refersTo().orElse(null)),
                        ids(statements, s -> student(students, s)),
                        statements.stream().map(s -> s.body().toString()).toArray(String[]::new),
                        by.district().value())
                .query((row, n) -> new Added(
                        row.getObject("id", UUID.class),
                        row.getLong("seq"),
                        row.getTimestamp("stored_at"),
                        row.getBoolean("awaited")))
                .list()
                .stream()
                .collect(Collectors.toMap(Added::id, Function.identity()));
    }

    private static @Nullable UUID student(Map<UUID, StudentId> students, NewStatement statement) {
        StudentId student = students.get(statement.id());
        return student == null ? null : student.value();
    }

    private static @Nullable UUID[] ids(List<NewStatement> statements, Function<NewStatement, @Nullable UUID> id) {
        @Nullable UUID[] ids = new UUID[statements.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id.apply(statements.get(i));
        }
        return ids;
    }

    /** Adds what these statements name besides their keys. */
    void addMentions(Viewer by, List<NewStatement> statements, Map<UUID, Added> added) {
        List<Integer> kinds = new ArrayList<>();
        List<UUID> keys = new ArrayList<>();
        List<Timestamp> moments = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (NewStatement statement : statements) {
            Added row = added.get(statement.id());
            if (row != null) {
                statement.named().others().forEach(mention -> {
                    kinds.add(mention.kind().number());
                    keys.add(mention.key().value());
                    moments.add(row.storedAt());
                    places.add(row.seq());
                });
            }
        }
        if (!kinds.isEmpty()) {
            database.sql("""
                    insert into exchange.statement_mention (district_id, kind, key, stored_at, seq)
                    select ?, m.kind, m.key, m.stored_at, m.seq
                    from unnest(?::smallint[], ?::uuid[], ?::timestamptz[], ?::bigint[]) as m(kind, key, stored_at, seq)
                    on conflict do nothing""")
                    .params(
                            by.district().value(),
                            kinds.toArray(Integer[]::new),
                            keys.toArray(UUID[]::new),
                            moments.toArray(Timestamp[]::new),
                            places.toArray(Long[]::new))
                    .update();
        }
    }

    /** Whoever refers to a statement can be asked for by what that names, however long the chain and whatever came first. */
    void followReferences(Set<UUID> referring, Set<UUID> awaited) {
        Set<UUID> seen = new HashSet<>(referring);
        copyMentions("r.id", referring);
        Set<UUID> reached = new HashSet<>(awaited);
        while (!reached.isEmpty()) {
            copyMentions("t.id", reached);
            Set<UUID> next = new HashSet<>(database.sql("select id from exchange.statement where refers_to = any(?)")
                    .param(reached.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list());
            next.removeIf(id -> !seen.add(id));
            reached = next;
        }
    }

    private void copyMentions(String which, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.sql("""
                insert into exchange.statement_mention (district_id, kind, key, stored_at, seq)
                select r.district_id, k.kind, k.key, r.stored_at, r.seq
                from exchange.statement r join exchange.statement t on t.district_id = r.district_id and t.id = r.refers_to
                cross join lateral (
                    select 1, t.actor union all select 5, t.verb
                    union all select 3, t.activity where t.activity is not null
                    union all select 6, t.registration where t.registration is not null
                    union all select m.kind, m.key from exchange.statement_mention m where m.seq = t.seq) k(kind, key)
                where %s = any(?)
                on conflict do nothing""".formatted(which)).param(ids.toArray(UUID[]::new)).update();
    }

    void addVoiding(Viewer by, UUID statement, UUID voidedBy) {
        database.sql("""
                insert into exchange.voiding (district_id, statement_id, voided_by) values (?, ?, ?)
                on conflict do nothing""").params(by.district().value(), statement, voidedBy).update();
    }

    /** Who sent a statement that is here. */
    Optional<UUID> sender(UUID id) {
        return database.sql("select sent_by from exchange.statement where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /** What is kept under these ids. */
    Map<UUID, JsonNode> bodies(Set<UUID> ids) {
        return database
                .sql("select id, body::text from exchange.statement where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), StatementJson.read(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Until when everything that was stored can be read: before the oldest transaction that is still at work. */
    Instant consistentThrough() {
        return database.sql("""
                select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                  and xact_start is not null""").query(Timestamp.class).single().toInstant();
    }
}
