package org.ownpath.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;

/**
 * Where something is asked for: a point in the district with every scope that covers it. What is not known about the
 * place is left out, and then what is set for such a part does not reach it.
 *
 * @param scopes broadest first, beginning with the district; at most one of each kind
 */
public record Place(List<Scope> scopes) {

    private static final Comparator<Scope> BROAD_FIRST = Comparator.comparing(Scope::kind);

    /** The district as a whole. */
    public static final Place DISTRICT = new Place(List.of(Scope.district()));

    /** A part of the district as a place, with the broader scopes that it tells of itself. */
    public static Place of(Scope scope) {
        Place place = DISTRICT.and(scope);
        return scope instanceof Scope.Level level ? place.subject(level.subject()) : place;
    }

    /** Wherever this student is, in the school that it is known to belong to. */
    public static Place of(StudentId student, Map<StudentId, SchoolId> schools) {
        return DISTRICT.in(Optional.ofNullable(schools.get(student))).student(student);
    }

    /** Sorted from broad to narrow. */
    public Place {
        List<Scope> sorted = new ArrayList<>(scopes);
        sorted.sort(BROAD_FIRST);
        scopes = List.copyOf(sorted);
    }

    /** In this school. */
    public Place in(SchoolId school) {
        return and(new Scope.School(school));
    }

    /** In this school, where it is known. */
    public Place in(Optional<SchoolId> school) {
        return school.map(this::in).orElse(this);
    }

    /** In this subject. */
    public Place subject(String subject) {
        return and(new Scope.Subject(subject));
    }

    /** About this competency, at this level of this subject. */
    public Place competency(String subject, OptionalInt level, CompetencyId competency) {
        Place inSubject = subject(subject);
        Place atLevel = level.isPresent() ? inSubject.and(new Scope.Level(subject, level.getAsInt())) : inSubject;
        return atLevel.and(new Scope.OneCompetency(competency));
    }

    /** For this student. */
    public Place student(StudentId student) {
        return and(new Scope.OneStudent(student));
    }

    private Place and(Scope scope) {
        List<Scope> all = new ArrayList<>(scopes);
        all.removeIf(other -> other.kind() == scope.kind());
        all.add(scope);
        return new Place(all);
    }
}
