package org.ownpath.exchange.oneroster.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.ImportJobId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Systems and their runs as the database keeps them. */
@Component
class SystemRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RUN = """
            select r.*, coalesce(j.state, '') as job_state from exchange.student_system_run r
            left join exchange.import_job j on j.id = r.job_id""";

    private final JdbcClient database;

    SystemRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Viewer viewer, StudentSystemId id, StudentSystem.Address address, byte[] secret, Instant now) {
        database.sql("""
                insert into exchange.student_system (id, district_id, name, address, token_address, client_id, secret,
                    scopes, connected_by, connected_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        address.name(),
                        address.root(),
                        address.tokenAddress(),
                        address.clientId(),
                        secret,
                        address.scopes(),
                        viewer.account().value(),
                        Timestamp.from(now))
                .update();
    }

    List<StudentSystem> all() {
        return database.sql("select * from exchange.student_system where ended_at is null order by name")
                .query(SystemRows::system)
                .list();
    }

    Optional<StudentSystem> find(StudentSystemId id) {
        return database.sql("select * from exchange.student_system where id = ? and ended_at is null")
                .param(id.value())
                .query(SystemRows::system)
                .optional();
    }

    byte[] secret(StudentSystemId id) {
        return database.sql("select secret from exchange.student_system where id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    void end(StudentSystemId id, Instant now) {
        database.sql("update exchange.student_system set ended_at = ?, next_run_at = null where id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    void schedule(StudentSystemId id, Schedule schedule, Optional<Instant> next) {
        database.sql("""
                update exchange.student_system set every_hours = :hours, daily_at = :time::time, next_run_at = :next,
                    failures = 0
                where id = :id""")
                .param("hours", schedule instanceof Schedule.EveryHours every ? every.hours() : null)
                .param(
                        "time",
                        schedule instanceof Schedule.DailyAt daily
                                ? daily.time().toString()
                                : null)
                .param("next", next.map(Timestamp::from).orElse(null))
                .param("id", id.value())
                .update();
    }

    /** Whether it was due: of two copies of the product at once, one is told so. */
    boolean takeDue(StudentSystemId id, Instant now, Optional<Instant> next) {
        return database.sql("""
                update exchange.student_system set next_run_at = :next
                where id = :id and ended_at is null and next_run_at <= :now""")
                        .param("next", next.map(Timestamp::from).orElse(null))
                        .param("id", id.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void failed(StudentSystemId id, Optional<Instant> next) {
        database.sql("""
                update exchange.student_system set failures = failures + 1,
                    next_run_at = case when next_run_at is null then null else least(next_run_at, :next) end
                where id = :id""")
                .param("next", next.map(Timestamp::from).orElse(null))
                .param("id", id.value())
                .update();
    }

    void wentWell(StudentSystemId id) {
        database.sql("update exchange.student_system set failures = 0 where id = ? and failures > 0")
                .param(id.value())
                .update();
    }

    UUID ask(StudentSystemId system, Asked asked, Instant now) {
        UUID id = TimeOrdered.next();
        database.sql("""
                insert into exchange.student_system_run (id, district_id, system_id, everything, applied, asked_by, asked_at)
                values (:id, :district, :system, :everything, :applied, :by, :now)""")
                .param("id", id)
                .param("district", DistrictScope.require().value())
                .param("system", system.value())
                .param("everything", asked.everything())
                .param("applied", asked.applied())
                .param("by", asked.by().map(AccountId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /** What is to be done, and who asked for it; empty for the schedule. */
    record Asked(boolean everything, boolean applied, Optional<AccountId> by) {}

    /** A run that waits, or that was cut off an hour ago and begins again; it is the caller's from then on. */
    Optional<UUID> take(Instant now, Instant cutOff) {
        return database.sql("""
                update exchange.student_system_run set began_at = :now
                where id = (select r.id from exchange.student_system_run r
                            where r.ended_at is null and (r.began_at is null or r.began_at < :cutOff)
                              and not exists (select 1 from exchange.student_system_run other
                                              where other.system_id = r.system_id and other.id <> r.id
                                                and other.ended_at is null and other.began_at >= :cutOff)
                            order by r.asked_at limit 1 for update skip locked)
                returning id""")
                .param("now", Timestamp.from(now))
                .param("cutOff", Timestamp.from(cutOff))
                .query(UUID.class)
                .optional();
    }

    SystemRun run(UUID id) {
        return database.sql(RUN + " where r.id = ?")
                .param(id)
                .query(SystemRows::run)
                .single();
    }

    Optional<AccountId> askedBy(UUID run) {
        return database.sql("select asked_by from exchange.student_system_run where id = ?")
                .param(run)
                .query((row, n) ->
                        Optional.ofNullable(row.getObject(1, UUID.class)).map(AccountId::new))
                .single();
    }

    List<SystemRun> runs(StudentSystemId system, int most) {
        return database.sql(RUN + " where r.system_id = ? order by r.asked_at desc limit ?")
                .params(system.value(), most)
                .query(SystemRows::run)
                .list();
    }

    /** By the other system's clock, as of when what was taken in last had been read; empty where nothing was. */
    Optional<Instant> takenInAsOf(StudentSystemId system, boolean everything) {
        return Optional.ofNullable(database.sql("""
                select max(r.read_as_of) from exchange.student_system_run r join exchange.import_job j on j.id = r.job_id
                where r.system_id = ? and j.state = 'applied' and (r.everything or not ?)""")
                        .params(system.value(), everything)
                        .query(Timestamp.class)
                        .list()
                        .get(0))
                .map(Timestamp::toInstant);
    }

    void read(UUID run, RosterReading.Taken taken, ImportJobId job, Instant now) {
        database.sql("""
                update exchange.student_system_run set read_as_of = ?, rows = ?::jsonb, job_id = ?, ended_at = ?
                where id = ?""")
                .params(
                        Timestamp.from(taken.asOf()),
                        JSON.writeValueAsString(taken.rows()),
                        job.value(),
                        Timestamp.from(now),
                        run)
                .update();
    }

    void failed(UUID run, String why, Instant now) {
        database.sql("update exchange.student_system_run set why = ?, ended_at = ? where id = ?")
                .params(why, Timestamp.from(now), run)
                .update();
    }

    private static StudentSystem system(ResultSet row, int n) throws SQLException {
        return new StudentSystem(
                new StudentSystemId(row.getObject("id", UUID.class)),
                new StudentSystem.Address(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("token_address"),
                        row.getString("client_id"),
                        row.getString("scopes")),
                schedule(row.getInt("every_hours"), row.getTime("daily_at")),
                Optional.ofNullable(row.getTimestamp("next_run_at")).map(Timestamp::toInstant),
                row.getInt("failures"),
                new AccountId(row.getObject("connected_by", UUID.class)));
    }

    private static Schedule schedule(int hours, @Nullable Time daily) {
        if (daily != null) {
            LocalTime time = daily.toLocalTime();
            return new Schedule.DailyAt(time);
        }
        return hours == 0 ? new Schedule.ByHand() : new Schedule.EveryHours(hours);
    }

    private static SystemRun run(ResultSet row, int n) throws SQLException {
        return new SystemRun(
                row.getObject("id", UUID.class),
                new StudentSystemId(row.getObject("system_id", UUID.class)),
                row.getBoolean("everything"),
                row.getBoolean("applied"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                JSON.readValue(row.getString("rows"), new TypeReference<Map<String, Long>>() {}),
                Optional.ofNullable(row.getObject("job_id", UUID.class)).map(ImportJobId::new),
                row.getString("job_state"),
                row.getString("why"));
    }
}
