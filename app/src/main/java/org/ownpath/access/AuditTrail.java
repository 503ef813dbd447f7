package org.ownpath.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The audit trail: who saw or changed what about whom. Entries are added in the transaction of what they tell of, are
 * never changed, and are sealed into a chain within seconds.
 */
@Component
public class AuditTrail {

    private static final String TOLD = """
            select a.number, a.at, a.action, a.subject, coalesce(a.detail, '') as detail, a.about,
                   k.display_name, k.roles
            from access.audit a left join access.account k on k.id = a.account_id
            """;

    private final JdbcClient database;
    private final AuditSealer sealer;
    private final Clock clock;

    AuditTrail(JdbcClient database, AuditSealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What somebody looks for on the trail.
     *
     * @param about entries about any of these people; empty for all
     * @param by a part of the name of whoever did it; blank for all
     * @param days the first and the last day, each open where empty
     */
    public record Sought(Optional<Set<PersonId>> about, String by, Optional<DeedKind> kind, Days days) {

        /** Everything. */
        public static final Sought ALL =
                new Sought(Optional.empty(), "", Optional.empty(), new Days(Optional.empty(), Optional.empty()));
    }

    /** From a day to a day, both included. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {}

    /**
     * Entries that fit, the latest first.
     *
     * @param before those with lower numbers than this only
     */
    public List<Told> find(Sought sought, long before, int most) {
        return database.sql(TOLD + """
                where a.number < :before
                  and (:about::uuid[] is null or a.about && :about::uuid[])
                  and (:by = '' or k.display_name ilike '%' || :by || '%')
                  and (:kinds::text[] is null or a.action like any(:kinds::text[]))
                  and (:from::timestamptz is null or a.at >= :from::timestamptz)
                  and (:until::timestamptz is null or a.at < :until::timestamptz)
                order by a.number desc limit :most""")
                .param("before", before)
                .param("about", sought.about().map(AuditTrail::ids).orElse(null))
                .param(
                        "by",
                        sought.by()
                                .strip()
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_"))
                .param("kinds", sought.kind().map(DeedKind::patterns).orElse(null))
                .param("from", sought.days().from().map(day -> start(day)).orElse(null))
                .param(
                        "until",
                        sought.days().until().map(day -> start(day.plusDays(1))).orElse(null))
                .param("most", most)
                .query(Told::of)
                .list();
    }

    /** What others saw or changed about a student, the latest first. The viewer may see the student. */
    public List<Told> byOthers(StudentId student, long before, int most) {
        return database.sql(TOLD + """
                where a.number < ? and a.about @> array[?::uuid] and k.person_id is distinct from ?::uuid
                order by a.number desc limit ?""")
                .params(before, student.value(), student.value(), most)
                .query(Told::of)
                .list();
    }

    /**
     * Recomputes the current district's chain.
     *
     * @param head a seal that was kept elsewhere and must be in it
     */
    public AuditCheck verify(Optional<String> head) {
        return new AuditVerifier(database, head).check();
    }

    /** Seals now what waits to be sealed. */
    public void seal() {
        sealer.seal();
    }

    void add(Viewer viewer, AuditEntry.Deed deed, List<PersonId> about) {
        Instant now = clock.instant();
        database.sql("""
                insert into access.audit (id, district_id, at, account_id, action, subject, detail, about)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        Timestamp.from(now),
                        viewer.account().value(),
                        deed.action(),
                        deed.subject(),
                        deed.detail(),
                        about.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        sealer.expect(viewer.district());
    }

    private static UUID[] ids(Set<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(SchoolTime.start(day));
    }
}
