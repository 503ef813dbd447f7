package org.ownpath.roster;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What families may see: a guardian who may not see a student, from a day on; and students who come of age, from when on
 * the family sees only what the student lets it.
 */
@Component
public class FamilyAccess {

    private static final int LONGEST_REASON = 300;
    private static final int YOUNGEST = 13;
    private static final int OLDEST = 25;

    private final JdbcClient database;
    private final Roster roster;
    private final Access access;
    private final Clock clock;

    FamilyAccess(JdbcClient database, Roster roster, Access access, Clock clock) {
        this.database = database;
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /** A guardian of a student, who may see or may not. */
    public record Guardian(PersonId id, String name, boolean sees, Optional<Restriction> restriction) {}

    /** That a guardian may not see a student: from when, until when if at all, and why. */
    public record Restriction(UUID id, LocalDate from, Optional<LocalDate> until, String reason) {}

    /** How it stands with a student who comes of age: from which day, and whether the family is let in. */
    public record OfAge(Optional<LocalDate> since, boolean consents) {

        /** Not of age, or of no age that matters here. */
        public static final OfAge NOT_YET = new OfAge(Optional.empty(), false);
    }

    /** A student's guardians, by name. */
    public List<Guardian> guardians(StudentId student) {
        return database.sql("""
                select p.id, p.given_name || ' ' || p.family_name as name, r.id as restricted, r.from_day, r.until_day, r.reason,
                       exists (select from roster.caring c
                               where c.guardian_id = p.id and c.student_id = k.student_id) as sees
                from roster.guardianship k join roster.person p on p.id = k.guardian_id
                left join lateral (
                    select * from roster.restriction r
                    where r.guardian_id = k.guardian_id and r.student_id = k.student_id and r.ended_at is null
                      and (r.until_day is null or r.until_day >= roster.today())
                    order by r.from_day limit 1) r on true
                where k.student_id = ? and k.active and p.active order by name""")
                .param(student.value())
                .query(FamilyAccess::guardian)
                .list();
    }

    /**
     * Lets a guardian see a student no more, from a day on.
     *
     * @return why not; empty when done
     */
    @Transactional
    public Optional<String> restrict(Viewer viewer, StudentId student, PersonId guardian, Restriction restriction) {
        access.require(viewer, Role.ADMINISTRATOR, Role.LEADER);
        if (guardians(student).stream().noneMatch(known -> known.id().equals(guardian))) {
            return Optional.of("Choose one of the student's guardians.");
        }
        if (restriction.reason().isBlank() || restriction.reason().length() > LONGEST_REASON) {
            return Optional.of(
                    "Write what it rests on, such as an order of a court, in up to " + LONGEST_REASON + " characters.");
        }
        if (restriction
                .until()
                .filter(last -> last.isBefore(restriction.from()))
                .isPresent()) {
            return Optional.of("The last day comes before the first. Leave it empty where there is none.");
        }
        int added = database.sql("""
                insert into roster.restriction
                    (id, district_id, guardian_id, student_id, from_day, until_day, reason, given_by, given_at)
                values (:id, :district, :guardian, :student, :from, :until, :reason, :by, :at) on conflict do nothing""")
                .param("id", restriction.id())
                .param("district", viewer.district().value())
                .param("guardian", guardian.value())
                .param("student", student.value())
                .param("from", Date.valueOf(restriction.from()))
                .param("until", restriction.until().map(Date::valueOf).orElse(null))
                .param("reason", restriction.reason().strip())
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            access.audit(viewer, student.person(), "family.restricted", "from " + restriction.from());
        }
        return Optional.empty();
    }

    /** Lets a guardian see the student again. */
    @Transactional
    public void lift(Viewer viewer, StudentId student, UUID restriction) {
        access.require(viewer, Role.ADMINISTRATOR, Role.LEADER);
        int ended = database.sql("""
                update roster.restriction set ended_by = ?, ended_at = ?
                where id = ? and student_id = ? and ended_at is null""")
                .params(viewer.account().value(), Timestamp.from(clock.instant()), restriction, student.value())
                .update();
        if (ended == 1) {
            access.audit(viewer, student.person(), "family.let-in", "");
        }
    }

    /** The age from which students decide themselves; empty where families see whatever the age. */
    public OptionalInt age() {
        return database.sql("select years from roster.age_of_consent where years is not null")
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /**
     * Sets the age from which students decide themselves.
     *
     * @return why not; empty when done
     */
    @Transactional
    public Optional<String> decideFrom(Viewer viewer, OptionalInt years) {
        access.require(viewer, Role.ADMINISTRATOR, Role.LEADER);
        if (years.isPresent() && (years.getAsInt() < YOUNGEST || years.getAsInt() > OLDEST)) {
            return Optional.of("An age of " + years.getAsInt() + " cannot be set. Use " + YOUNGEST + " to " + OLDEST
                    + ", or leave it empty.");
        }
        database.sql("""
                insert into roster.coming_of_age (id, district_id, years, given_by, given_at)
                values (:id, :district, :years, :by, :at)""")
                .param("id", TimeOrdered.next())
                .param("district", viewer.district().value())
                .param("years", years.isPresent() ? (Integer) years.getAsInt() : null)
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        access.audit(
                viewer,
                "family.age-set",
                "",
                years.isPresent() ? "from " + years.getAsInt() + " years on" : "families see whatever the age");
        return Optional.empty();
    }

    /** Whether a student is of age, and lets the family see. */
    public OfAge ofAge(StudentId student) {
        LocalDate today = LocalDate.now(clock);
        OptionalInt age = age();
        Optional<LocalDate> since = age.isEmpty()
                ? Optional.empty()
                : roster.person(student.person())
                        .flatMap(Person::birthDate)
                        .map(birth -> birth.plusYears(age.getAsInt()))
                        .filter(day -> !day.isAfter(today));
        boolean consents = database.sql("select count(*) from roster.consent where student_id = ? and ended_at is null")
                        .param(student.value())
                        .query(Long.class)
                        .single()
                > 0;
        return new OfAge(since, consents);
    }

    /**
     * A student of age lets the family see, or takes that back.
     *
     * @return why not; empty when done
     */
    @Transactional
    public Optional<String> consent(Viewer viewer, boolean consents) {
        access.require(viewer, Role.STUDENT);
        StudentId student = StudentId.of(viewer.person());
        OfAge now = ofAge(student);
        if (now.since().isEmpty()) {
            return Optional.of("Your family sees your record until you are of age. Talk to the school office.");
        }
        if (now.consents() == consents) {
            return Optional.empty();
        }
        Timestamp at = Timestamp.from(clock.instant());
        if (consents) {
            database.sql("insert into roster.consent (id, district_id, student_id, given_at) values (?, ?, ?, ?)")
                    .params(TimeOrdered.next(), viewer.district().value(), student.value(), at)
                    .update();
        } else {
            database.sql("update roster.consent set ended_at = ? where student_id = ? and ended_at is null")
                    .params(at, student.value())
                    .update();
        }
        access.audit(viewer, viewer.person(), consents ? "family.consent-given" : "family.consent-ended", "");
        return Optional.empty();
    }

    private static Guardian guardian(ResultSet row, int n) throws SQLException {
        UUID restricted = row.getObject("restricted", UUID.class);
        return new Guardian(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getBoolean("sees"),
                restricted == null
                        ? Optional.empty()
                        : Optional.of(new Restriction(
                                restricted,
                                row.getDate("from_day").toLocalDate(),
                                Optional.ofNullable(row.getDate("until_day")).map(Date::toLocalDate),
                                row.getString("reason"))));
    }
}
