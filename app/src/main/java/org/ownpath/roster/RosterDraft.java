package org.ownpath.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;

/**
 * A roster as some source tells it, before it is compared with what is known.
 *
 * @param source the system it came from; a full roster replaces only what the same source told before
 * @param full true: whoever is not in it has left; false: it holds changes only
 * @param demographics where there are none, those that are known stay
 */
public record RosterDraft(
        String source,
        boolean full,
        List<School> schools,
        List<Member> people,
        List<Group> groups,
        List<Enrolment> enrolments,
        List<Guardian> guardians,
        List<Subgroups> demographics) {

    /** A roster that tells no demographics. */
    public RosterDraft(
            String source,
            boolean full,
            List<School> schools,
            List<Member> people,
            List<Group> groups,
            List<Enrolment> enrolments,
            List<Guardian> guardians) {
        this(source, full, schools, people, groups, enrolments, guardians, List.of());
    }

    /** Where a row stands, for messages. */
    public record Origin(String file, long row) {}

    /** The key of a row in its source, where it stands, and whether the source says that it has ended. */
    public record Key(String sourceId, Origin origin, boolean ended) {}

    /** A school. */
    public record School(Key key, String name, String kind) {}

    /** A person. */
    public record Member(
            Key key,
            String givenName,
            String familyName,
            Optional<String> email,
            Optional<LocalDate> birthDate,
            Optional<String> gradeLabel,
            Set<Role> roles) {}

    /** A class, advisory or cohort. */
    public record Group(Key key, Optional<String> school, String name, String kind, Optional<String> subject) {}

    /** Somebody's place in a group; {@code group} and {@code person} are keys in the source. */
    public record Enrolment(
            Key key, String group, String person, Role role, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** A guardian of a student, both by their keys in the source. */
    public record Guardian(Key key, String guardian, String student, String relationship) {}

    /** The subgroups that a student is counted in; the student by the key in the source. */
    public record Subgroups(Key key, String student, Map<Trait, String> traits) {}

    /** Whether the source says anything of a table, and so also what is there no longer. */
    boolean tells(RosterTable table) {
        return table != RosterTable.DEMOGRAPHICS || !demographics.isEmpty();
    }
}
