package org.ownpath.exchange.xapi.cmi5;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SecretToken;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on which course, how far, and what is open, as the database keeps it. */
@Component
class VisitRows {

    private static final String VISIT = """
            select v.*, r.course_id, r.person_id from exchange.course_visit v
            join exchange.course_registration r on r.id = v.registration_id
            """;

    private final JdbcClient database;

    VisitRows(JdbcClient database) {
        this.database = database;
    }

    /** Somebody on a course, and of which of its blocks it was told that they are satisfied; 0 is the course. */
    record Registration(UUID id, CourseId course, PersonId person, Set<Integer> satisfied) {}

    /** What opens something during a visit. */
    record Secrets(SecretToken files, SecretToken fetch) {

        static Secrets next() {
            return new Secrets(SecretToken.next(), SecretToken.next());
        }
    }

    /** Registers somebody; false where they are already. */
    boolean register(UUID id, CourseId course, PersonId person, Instant now) {
        return database.sql("""
                insert into exchange.course_registration (id, district_id, course_id, person_id, made_at)
                values (?, ?, ?, ?, ?) on conflict (course_id, person_id) do nothing""")
                        .params(id, district(), course.value(), person.value(), Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Registration> registration(CourseId course, PersonId person) {
        return database.sql("select * from exchange.course_registration where course_id = ? and person_id = ?")
                .params(course.value(), person.value())
                .query(VisitRows::registration)
                .optional();
    }

    Registration registration(UUID id) {
        return database.sql("select * from exchange.course_registration where id = ?")
                .param(id)
                .query(VisitRows::registration)
                .single();
    }

    List<Registration> registrations(CourseId course) {
        return database.sql("select * from exchange.course_registration where course_id = ? order by made_at")
                .param(course.value())
                .query(VisitRows::registration)
                .list();
    }

    void told(UUID registration, Set<Integer> satisfied) {
        database.sql("update exchange.course_registration set satisfied = ? where id = ?")
                .params(satisfied.stream().sorted().toArray(Integer[]::new), registration)
                .update();
    }

    /** How far somebody is, by the units of which anything is known. */
    Map<Integer, Progress> progress(UUID registration) {
        Map<Integer, Progress> progress = new HashMap<>();
        database.sql("select * from exchange.course_progress where registration_id = ?")
                .param(registration)
                .query((row, n) -> Map.entry(row.getInt("unit"), progress(row)))
                .list()
                .forEach(each -> progress.put(each.getKey(), each.getValue()));
        return progress;
    }

    void keep(UUID registration, int unit, Progress progress) {
        database.sql("""
                insert into exchange.course_progress (registration_id, unit, district_id, completed_at, passed_at,
                    failed_at, waived_at, score) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (registration_id, unit) do update set completed_at = excluded.completed_at,
                    passed_at = excluded.passed_at, failed_at = excluded.failed_at, waived_at = excluded.waived_at,
                    score = excluded.score""")
                .params(Arrays.asList(
                        registration,
                        unit,
                        district(),
                        timestamp(progress.completedAt()),
                        timestamp(progress.passedAt()),
                        timestamp(progress.failedAt()),
                        timestamp(progress.waivedAt()),
                        progress.score().isPresent() ? progress.score().getAsDouble() : null))
                .update();
    }

    void open(Visit visit, Secrets secrets, Duration lasts) {
        database.sql("""
                insert into exchange.course_visit (id, district_id, registration_id, unit, mode, files_hash, fetch_hash,
                    opened_at, expires_at, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        visit.id(),
                        district(),
                        visit.on().registration(),
                        visit.on().unit(),
                        visit.mode().code(),
                        secrets.files().hash(),
                        secrets.fetch().hash(),
                        Timestamp.from(visit.openedAt()),
                        Timestamp.from(visit.openedAt().plus(lasts)),
                        Timestamp.from(visit.lastAt()))
                .update();
    }

    Optional<Visit> visit(UUID id) {
        return database.sql(VISIT + " where v.id = ?")
                .param(id)
                .query(VisitRows::visit)
                .optional();
    }

    /** Those of a registration that are under way. */
    List<Visit> underWay(UUID registration) {
        return database.sql(VISIT + " where v.registration_id = ? and v.ended_at is null order by v.opened_at")
                .param(registration)
                .query(VisitRows::visit)
                .list();
    }

    /** Those that nobody has ended in their time. */
    List<Visit> overdue(Instant now) {
        return database.sql(VISIT + " where v.ended_at is null and v.expires_at < ? limit 500")
                .param(Timestamp.from(now))
                .query(VisitRows::visit)
                .list();
    }

    /** Which visit has a course's files open with this secret. */
    Optional<Visit> ofFiles(SecretToken secret, Instant now) {
        return database.sql(VISIT + " where v.files_hash = ? and v.expires_at > ?")
                .params(secret.hash(), Timestamp.from(now))
                .query(VisitRows::visit)
                .optional();
    }

    /** Which visit this secret is to be fetched for, whether it was or not. */
    Optional<Visit> ofFetch(SecretToken secret) {
        return database.sql(VISIT + " where v.fetch_hash = ?")
                .param(secret.hash())
                .query(VisitRows::visit)
                .optional();
    }

    /** Gives the visit the token that opens its records, once; false when it had one, or is over. */
    boolean give(UUID visit, SecretToken token, Instant now) {
        return database.sql("""
                update exchange.course_visit set token_hash = ?
                where id = ? and token_hash is null and ended_at is null and expires_at > ?""")
                        .params(token.hash(), visit, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Which visit's records this token opens: while it is under way, and for a moment after its unit has ended it. */
    Optional<Visit> ofToken(SecretToken token, Instant now, Duration after) {
        return database.sql(VISIT + """
                 where v.token_hash = ? and v.expires_at > ?
                   and (v.ended_at is null or (v.terminated_at is not null and v.ended_at > ?))""")
                .params(token.hash(), Timestamp.from(now), Timestamp.from(now.minus(after)))
                .query(VisitRows::visit)
                .optional();
    }

    void keep(Visit visit) {
        database.sql("""
                update exchange.course_visit set last_at = ?, said = ?, began_at = ?, terminated_at = ?, ended_at = ?
                where id = ?""")
                .params(Arrays.asList(
                        Timestamp.from(visit.lastAt()),
                        visit.said().stream().sorted().toArray(String[]::new),
                        timestamp(visit.beganAt()),
                        timestamp(visit.terminatedAt()),
                        timestamp(visit.endedAt()),
                        visit.id()))
                .update();
    }

    private static UUID district() {
        return DistrictScope.require().value();
    }

    private static Registration registration(ResultSet row, int n) throws SQLException {
        return new Registration(
                row.getObject("id", UUID.class),
                new CourseId(row.getObject("course_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Set.of((Integer[]) row.getArray("satisfied").getArray()));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        double score = row.getDouble("score");
        OptionalDouble told = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(score);
        return new Progress(
                instant(row, "completed_at"),
                instant(row, "passed_at"),
                instant(row, "failed_at"),
                instant(row, "waived_at"),
                told);
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                new Visit.On(
                        row.getObject("registration_id", UUID.class),
                        new CourseId(row.getObject("course_id", UUID.class)),
                        row.getInt("unit"),
                        new PersonId(row.getObject("person_id", UUID.class))),
                Visit.Mode.ofCode(row.getString("mode")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                Set.of((String[]) row.getArray("said").getArray()),
                instant(row, "began_at"),
                instant(row, "terminated_at"),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> moment) {
        return moment.map(Timestamp::from).orElse(null);
    }
}
