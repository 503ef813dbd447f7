package org.ownpath.roster;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for a teacher: a group is given to a colleague from a day until a day. On those days, and no others, the
 * colleague sees the group's students and works with them as their teacher does.
 */
@Component
public class Substitutes {

    /** The longest that somebody stands in, in days. */
    public static final int MOST_DAYS = 200;

    private static final int LONGEST_REASON = 300;

    private static final String GIVEN = """
            select s.*, g.name, p.given_name || ' ' || p.family_name as substitute
            from roster.substitution s join roster.study_group g on g.id = s.group_id
            join roster.person p on p.id = s.person_id
            """;

    private final JdbcClient database;
    private final Roster roster;
    private final Access access;
    private final Clock clock;

    Substitutes(JdbcClient database, Roster roster, Access access, Clock clock) {
        this.database = database;
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /** Which group to whom, on which days and why. */
    public record Terms(GroupId group, PersonId substitute, LocalDate from, LocalDate until, String reason) {}

    /** A group that somebody stands in for, with the names to show. */
    public record Substitution(UUID id, Terms terms, String group, String substitute) {}

    /** The groups that a viewer may give to a substitute: those they teach themselves, all for whoever leads. */
    public List<StudyGroup> groups(Viewer viewer) {
        return viewer.seesWholeDistrict() ? roster.groups() : roster.groupsOwnedBy(viewer.person());
    }

    /** Who stands in today or will, for the groups that the viewer may give. */
    public List<Substitution> of(Viewer viewer) {
        UUID[] groups = groups(viewer).stream().map(group -> group.id().value()).toArray(UUID[]::new);
        return database.sql(GIVEN + """
                where s.group_id = any(?) and s.ended_at is null and s.until_day >= roster.today()
                order by s.from_day, g.name""").param(groups).query(Substitutes::given).list();
    }

    /**
     * Gives a group to a substitute; sent twice under one id, it is given once.
     *
     * @return why not; empty when done
     */
    @Transactional
    public Optional<String> give(Viewer viewer, UUID id, Terms terms) {
        requireOwn(viewer, terms.group());
        Optional<String> problem = problem(terms);
        if (problem.isPresent()) {
            return problem;
        }
        int given = database.sql("""
                insert into roster.substitution
                    (id, district_id, group_id, person_id, from_day, until_day, reason, given_by, given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id,
                        viewer.district().value(),
                        terms.group().value(),
                        terms.substitute().value(),
                        Date.valueOf(terms.from()),
                        Date.valueOf(terms.until()),
                        terms.reason().strip(),
                        viewer.account().value(),
                        Timestamp.from(clock.instant()))
                .update();
        if (given == 1) {
            access.audit(
                    viewer,
                    terms.substitute(),
                    "substitute.given",
                    roster.group(terms.group()).map(StudyGroup::name).orElse("") + ", " + terms.from() + " to "
                            + terms.until() + ": " + terms.reason().strip());
        }
        return Optional.empty();
    }

    /** Takes a group back at once. */
    @Transactional
    public void takeBack(Viewer viewer, UUID id) {
        Substitution found = database.sql(GIVEN + "where s.id = ? and s.ended_at is null")
                .param(id)
                .query(Substitutes::given)
                .optional()
                .orElseThrow(() -> new NotAllowed("Nobody stands in like that any more, or the group is not yours."));
        requireOwn(viewer, found.terms().group());
        database.sql("update roster.substitution set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(viewer.account().value(), Timestamp.from(clock.instant()), id)
                .update();
        access.audit(viewer, found.terms().substitute(), "substitute.ended", found.group());
    }

    private void requireOwn(Viewer viewer, GroupId group) {
        if (groups(viewer).stream().noneMatch(own -> own.id().equals(group))) {
            throw new NotAllowed("This group is not yours to give. Ask its teacher or the school's leader.");
        }
    }

    private Optional<String> problem(Terms terms) {
        LocalDate today = LocalDate.now(clock);
        boolean colleague = roster.person(terms.substitute())
                .filter(person -> person.roles().contains(Role.TEACHER))
                .isPresent();
        if (!colleague) {
            return Optional.of("Choose a teacher who stands in.");
        }
        if (terms.until().isBefore(terms.from()) || terms.until().isBefore(today)) {
            return Optional.of("The last day, " + terms.until() + ", comes before the first or has passed.");
        }
        if (terms.until().isAfter(terms.from().plusDays(MOST_DAYS))) {
            return Optional.of("Somebody stands in for " + MOST_DAYS + " days at most. Choose an earlier last day.");
        }
        return terms.reason().isBlank() || terms.reason().length() > LONGEST_REASON
                ? Optional.of("Write why, in up to " + LONGEST_REASON + " characters.")
                : Optional.empty();
    }

    private static Substitution given(ResultSet row, int n) throws SQLException {
        return new Substitution(
                row.getObject("id", UUID.class),
                new Terms(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("until_day").toLocalDate(),
                        row.getString("reason")),
                row.getString("name"),
                row.getString("substitute"));
    }
}
