package org.ownpath.credential;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.StudentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Awards as the database keeps them. */
@Component
class AwardRows {

    /** The bits of a list. A list is given up when half of it is taken, so that a free place is soon found. */
    private static final int LIST_LENGTH = 131_072;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Turns turns;
    private final Badges badges;
    private final ApplicationEventPublisher events;

    AwardRows(JdbcClient database, Turns turns, Badges badges, ApplicationEventPublisher events) {
        this.database = database;
        this.turns = turns;
        this.badges = badges;
        this.events = events;
    }

    /**
     * How something comes to be given.
     *
     * @param by empty where nobody had to say so
     */
    record Giving(Optional<AccountId> by, Instant at, String words) {}

    List<Award> of(StudentId student) {
        return read("student_id = ? order by awarded_at desc, id", student.value());
    }

    Optional<Award> award(AwardId id) {
        return read("id = ?", id.value()).stream().findFirst();
    }

    private List<Award> read(String which, UUID value) {
        Map<UUID, Badge> known = badges.all().stream()
                .collect(Collectors.toMap(badge -> badge.id().value(), b -> b));
        return database.sql("select * from credential.award where " + which)
                .param(value)
                .query((row, n) -> award(row, known))
                .list();
    }

    long holders(BadgeId badge) {
        return database.sql("""
                select count(distinct student_id) from credential.award
                where badge_id = ? and revoked_at is null""").param(badge.value()).query(Long.class).single();
    }

    /** Who of the students needs this badge no more: has it, or had it taken back by somebody. */
    Set<StudentId> settled(BadgeId badge, Collection<StudentId> students, Instant now) {
        return new HashSet<>(database.sql("""
                        select student_id from credential.award
                        where badge_id = :badge and student_id = any(:students)
                          and (revoked_at is not null or expires_at is null or expires_at > :now)""")
                .param("badge", badge.value())
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new StudentId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Of two who give the same student something at once, the second sees what the first gave. */
    void lock(StudentId student) {
        turns.take("awards of " + student);
    }

    /** Without a badge it is the record of all that was shown. */
    AwardId insert(StudentId student, Optional<Badge> badge, Giving giving) {
        AwardId id = AwardId.next();
        Optional<Instant> end = badge.filter(b -> b.months().isPresent())
                .map(b -> giving.at()
                        .atZone(SchoolTime.zone())
                        .plusMonths(b.months().getAsInt())
                        .toInstant());
        int list = list();
        boolean placed = false;
        while (!placed) {
            // where in the list an award stands tells nothing of when it was given or next to whose
            placed = database.sql("""
                    insert into credential.award (id, district_id, student_id, badge_id, awarded_at, awarded_by, words,
                        expires_at, status_list, status_index)
                    values (:id, :district, :student, :badge, :at, :by, :words, :end, :list, :index)
                    on conflict (district_id, status_list, status_index) do nothing""")
                            .param("id", id.value())
                            .param("district", DistrictScope.require().value())
                            .param("student", student.value())
                            .param("badge", badge.map(b -> b.id().value()).orElse(null))
                            .param("at", Timestamp.from(giving.at()))
                            .param("by", giving.by().map(AccountId::value).orElse(null))
                            .param("words", giving.words())
                            .param("end", end.map(Timestamp::from).orElse(null))
                            .param("list", list)
                            .param("index", RANDOM.nextInt(LIST_LENGTH))
                            .update()
                    == 1;
        }
        badge.ifPresent(given -> events.publishEvent(new AwardGiven(DistrictScope.require(), id, given.id(), student)));
        return id;
    }

    boolean revoke(AwardId id, Award.Revocation revocation, Viewer by) {
        return database.sql("""
                update credential.award set revoked_at = ?, revoked_by = ?, reason = ?
                where id = ? and revoked_at is null""")
                        .params(Timestamp.from(revocation.at()), by.account().value(), revocation.reason(), id.value())
                        .update()
                == 1;
    }

    boolean isList(int list) {
        return database.sql("select exists (select from credential.award where status_list = ?)")
                .param(list)
                .query(Boolean.class)
                .single();
    }

    List<Integer> revoked(int list) {
        return database.sql(
                        "select status_index from credential.award where status_list = ? and revoked_at is not null")
                .param(list)
                .query(Integer.class)
                .list();
    }

    private int list() {
        long awards = database.sql("select count(*) from credential.award")
                .query(Long.class)
                .single();
        return (int) (awards / (LIST_LENGTH / 2));
    }

    private static Award award(ResultSet row, Map<UUID, Badge> badges) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        Timestamp revoked = row.getTimestamp("revoked_at");
        String reason = row.getString("reason");
        return new Award(
                new AwardId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                Optional.ofNullable(row.getObject("badge_id", UUID.class))
                        .flatMap(id -> Optional.ofNullable(badges.get(id))),
                new Award.Given(
                        row.getTimestamp("awarded_at").toInstant(),
                        row.getString("words"),
                        Optional.ofNullable(expires).map(Timestamp::toInstant)),
                new Award.StatusPlace(row.getInt("status_list"), row.getInt("status_index")),
                revoked == null || reason == null
                        ? Optional.empty()
                        : Optional.of(new Award.Revocation(revoked.toInstant(), reason)));
    }
}
