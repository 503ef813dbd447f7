package org.ownpath.exchange.xapi.cmi5;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to how far people are on courses, and tells what of a course somebody has satisfied. */
@Component
public class CourseStandings {

    private final CourseRows courses;
    private final VisitRows rows;
    private final CourseStatements statements;
    private final Access access;
    private final Turns turns;
    private final Clock clock;

    CourseStandings(
            CourseRows courses, VisitRows rows, CourseStatements statements, Access access, Turns turns, Clock clock) {
        this.courses = courses;
        this.rows = rows;
        this.statements = statements;
        this.access = access;
        this.turns = turns;
        this.clock = clock;
    }

    /** How far a person is on a course, by its units; those of which nothing is known are left out. */
    public record Standing(PersonId person, Map<Integer, Progress> units, boolean satisfied) {

        /** Keeps its own copy. */
        public Standing {
            units = Map.copyOf(units);
        }

        /** How far they are with a unit. */
        public Progress of(CourseStructure.Unit unit) {
            return units.getOrDefault(unit.number(), Progress.NONE);
        }
    }

    /** Why somebody need not do a unit. */
    public enum Reason {
        TESTED_OUT("Tested Out", "Has shown it in a test"),
        EQUIVALENT_UNIT("Equivalent AU", "Has done the same in another unit"),
        EQUIVALENT_OUTSIDE("Equivalent Outside Activity", "Has done the same elsewhere"),
        ADMINISTRATIVE("Administrative", "Another reason");

        private final String code;
        private final String words;

        Reason(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** As the standard writes it. */
        public String code() {
            return code;
        }

        /** The one that a form names; another reason where it names none. */
        public static Reason ofName(String name) {
            for (Reason reason : values()) {
                if (reason.name().equals(name)) {
                    return reason;
                }
            }
            return ADMINISTRATIVE;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** How far those are whom the viewer may see. */
    public List<Standing> of(Viewer viewer, CourseId course) {
        access.requireStaff(viewer);
        List<VisitRows.Registration> all = rows.registrations(course);
        Set<StudentId> seen = access.visible(
                viewer, all.stream().map(each -> StudentId.of(each.person())).toList());
        return all.stream()
                .filter(each -> seen.contains(StudentId.of(each.person())))
                .map(this::standing)
                .toList();
    }

    /** How far one student is. */
    public Standing of(Viewer viewer, CourseId course, StudentId student) {
        access.requireView(viewer, student);
        return rows.registration(course, student.person())
                .map(this::standing)
                .orElseGet(() -> new Standing(student.person(), Map.of(), false));
    }

    private Standing standing(VisitRows.Registration registration) {
        return new Standing(
                registration.person(),
                rows.progress(registration.id()),
                registration.satisfied().contains(0));
    }

    /** Says that a student need not do a unit; once. */
    @Transactional
    public void waive(Viewer viewer, CourseId id, int number, StudentId student, Reason reason) {
        access.requireRecord(viewer, Set.of(student));
        Course course = courses.find(id).orElseThrow();
        CourseStructure.Unit unit = course.structure().unit(number).orElseThrow();
        VisitRows.Registration registration = registered(course, student.person());
        Progress progress = rows.progress(registration.id()).getOrDefault(number, Progress.NONE);
        if (progress.waivedAt().isPresent()) {
            return;
        }
        rows.keep(registration.id(), number, progress.waived(clock.instant()));
        UUID session = UUID.randomUUID();
        Visit.On on = new Visit.On(registration.id(), id, number, student.person());
        statements.waived(on, session, course, unit, reason.code());
        tell(on, session);
        access.audit(viewer, "course-unit.waived", id.toString(), unit.named().title() + ": " + reason.code());
    }

    /** Somebody's registration, made if there is none; one at a time does this until the transaction ends. */
    VisitRows.Registration registered(Course course, PersonId person) {
        turns.take("course " + course.id() + " of " + person);
        if (rows.register(UUID.randomUUID(), course.id(), person, clock.instant())) {
            VisitRows.Registration fresh =
                    rows.registration(course.id(), person).orElseThrow();
            // what nobody needs to do is satisfied from the beginning, outside of any visit
            tell(new Visit.On(fresh.id(), course.id(), 0, person), UUID.randomUUID());
        }
        return rows.registration(course.id(), person).orElseThrow();
    }

    /** Tells what is satisfied and was not told yet: blocks first, each after those within it, and the course last. */
    void tell(Visit.On on, UUID session) {
        Course course = courses.find(on.course()).orElseThrow();
        VisitRows.Registration registration = rows.registration(on.registration());
        Map<Integer, Progress> progress = rows.progress(on.registration());
        Set<Integer> told = new HashSet<>(registration.satisfied());
        for (CourseStructure.Block block : satisfiedBlocks(course, progress)) {
            if (told.add(block.number())) {
                statements.satisfied(on, session, course, block);
            }
        }
        if (satisfied(course.structure().units(), progress) && told.add(0)) {
            statements.satisfied(on, session, course);
        }
        if (!told.equals(registration.satisfied())) {
            rows.told(on.registration(), told);
        }
    }

    private static List<CourseStructure.Block> satisfiedBlocks(Course course, Map<Integer, Progress> progress) {
        List<CourseStructure.Block> satisfied = new ArrayList<>();
        for (CourseStructure.Block block : course.structure().blocks()) {
            if (satisfied(block.units().toList(), progress)) {
                satisfied.add(block);
            }
        }
        return satisfied;
    }

    private static boolean satisfied(List<CourseStructure.Unit> units, Map<Integer, Progress> progress) {
        return units.stream()
                .allMatch(unit ->
                        progress.getOrDefault(unit.number(), Progress.NONE).satisfies(unit.asks()));
    }

    /** What a visit that is over has led to, for whoever made it. */
    public Optional<Left> left(Viewer viewer, UUID visit) {
        return rows.visit(visit)
                .filter(found -> found.on().person().equals(viewer.person()))
                .map(found -> new Left(
                        courses.find(found.on().course()).orElseThrow(),
                        found.on().unit(),
                        rows.progress(found.on().registration())
                                .getOrDefault(found.on().unit(), Progress.NONE),
                        found.terminatedAt().isPresent()));
    }

    /** A visit that is over: of which unit, how far one is with it, and whether the unit was left properly. */
    public record Left(Course course, int unit, Progress progress, boolean properly) {}
}
