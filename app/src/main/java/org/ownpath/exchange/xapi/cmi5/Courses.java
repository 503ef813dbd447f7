package org.ownpath.exchange.xapi.cmi5;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.PackedFiles;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.exchange.xapi.rules.EvidenceRules;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to courses from packages: imported, and their units put into the catalogue of activities. */
@Component
public class Courses {

    private static final int MOST_BYTES_OF_ONE = 50 * 1024 * 1024;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ABOUT = 2000;
    private static final int LONGEST_ACCOUNT = 80;

    private final CourseRows rows;
    private final CourseAddress address;
    private final OutsideCalls calls;
    private final Activities activities;
    private final EvidenceRules rules;
    private final Tokens tokens;
    private final Access access;
    private final Clock clock;

    Courses(
            CourseRows rows,
            CourseAddress address,
            OutsideCalls calls,
            Activities activities,
            EvidenceRules rules,
            Tokens tokens,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.address = address;
        this.calls = calls;
        this.activities = activities;
        this.rules = rules;
        this.tokens = tokens;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a unit is to be evidence of.
     *
     * @param measure what of its result counts
     * @param steps from which measure on it is rated how
     */
    public record Counting(
            CompetencyId competency,
            EvidenceRule.Measure measure,
            List<EvidenceRule.Step> steps,
            Observation.Nature nature) {

        /** Keeps its own copy. */
        public Counting {
            steps = List.copyOf(steps);
        }
    }

    /** All of them, newest first. */
    public List<Course> all(Viewer viewer) {
        access.requireStaff(viewer);
        return rows.all();
    }

    /** One of them, ended or not. */
    public Optional<Course> find(CourseId id) {
        return rows.find(id);
    }

    /** Which of its units are in the catalogue. */
    public List<OfferedUnit> offered(CourseId course) {
        return rows.offered(course);
    }

    /** The courses of which these activities are units, by title; those that are none are left out. */
    public Map<ActivityId, String> coursesOf(Collection<ActivityId> of) {
        return of.isEmpty() ? Map.of() : rows.titlesOf(of);
    }

    /**
     * Takes a package, a zip file with its cmi5.xml or that file alone.
     *
     * @param id of the course; taking the same twice keeps it once
     */
    @Transactional
    public CourseImport take(Viewer viewer, CourseId id, Source source) {
        access.requireStaff(viewer);
        if (rows.find(id).isPresent()) {
            return new CourseImport.Taken(id);
        }
        if (!source.isArchive()) {
            return take(viewer, id, source.text(), Optional.empty());
        }
        Read<PackedFiles> unpacked = PackedFiles.of(source, CourseXml.FILE, MOST_BYTES_OF_ONE);
        if (unpacked instanceof Read.Unreadable<PackedFiles> unreadable) {
            return new CourseImport.Refused(unreadable.problems());
        }
        PackedFiles files = ((Read.Parsed<PackedFiles>) unpacked).value();
        return files.text(CourseXml.FILE)
                .map(text -> take(viewer, id, text, Optional.of(files)))
                .orElseGet(
                        () -> new CourseImport.Refused(
                                List.of(
                                        Problem.ofFile(
                                                source.name(),
                                                "The package has no cmi5.xml at its top. Export it as a course by cmi5, and choose that file."))));
    }

    private CourseImport take(Viewer viewer, CourseId id, String text, Optional<PackedFiles> files) {
        Read<CourseStructure> read = CourseXml.read(
                text,
                path -> files.filter(f -> f.paths().contains(path)).isPresent(),
                Set.copyOf(calls.schemesOfSecrets()));
        if (read instanceof Read.Unreadable<CourseStructure> unreadable) {
            return new CourseImport.Refused(unreadable.problems());
        }
        CourseStructure structure = ((Read.Parsed<CourseStructure>) read).value();
        Course course = new Course(
                id,
                structure,
                structure.named(),
                tokens.openContent(viewer, shortened(structure.named().title(), LONGEST_ACCOUNT)),
                clock.instant(),
                Optional.empty());
        rows.insert(viewer, course, text);
        files.ifPresent(all -> rows.insertFiles(viewer, id, all));
        access.audit(viewer, "course.imported", id.toString(), course.title());
        return new CourseImport.Taken(id);
    }

    /**
     * Says what a course is called and about. Its units keep their names.
     *
     * @return why not; empty when it is said
     */
    @Transactional
    public Optional<String> call(Viewer viewer, CourseId id, CourseStructure.Named named) {
        access.requireStaff(viewer);
        if (named.title().isBlank() || named.title().length() > LONGEST_TITLE) {
            return Optional.of("Give the course a title of up to " + LONGEST_TITLE + " characters.");
        }
        if (named.about().length() > LONGEST_ABOUT) {
            return Optional.of("Say in up to " + LONGEST_ABOUT + " characters what it is about.");
        }
        rows.call(id, named);
        access.audit(viewer, "course.called", id.toString(), named.title());
        return Optional.empty();
    }

    /** Ends a course: nobody opens it any more. What was done in it stays. */
    @Transactional
    public void end(Viewer viewer, CourseId id) {
        access.requireStaff(viewer);
        if (rows.end(id, clock.instant())) {
            access.audit(viewer, "course.ended", id.toString(), "");
        }
    }

    /**
     * Puts a unit into the catalogue, found fit by whoever does it, and says what of it is evidence.
     *
     * @return why not; empty when it is there
     */
    @Transactional
    public Optional<String> offer(Viewer viewer, CourseId id, int number, Counting counting) {
        access.requireStaff(viewer);
        Optional<Course> course = rows.find(id).filter(found -> found.endedAt().isEmpty());
        Optional<CourseStructure.Unit> unit =
                course.flatMap(found -> found.structure().unit(number));
        if (course.isEmpty() || unit.isEmpty()) {
            return Optional.of("This unit is not here any more.");
        }
        List<EvidenceRule> making = verbs(counting.measure()).stream()
                .map(verb -> rule(course.get(), unit.get(), verb, counting))
                .toList();
        Optional<String> problem =
                making.stream().flatMap(rule -> rules.problem(rule).stream()).findFirst();
        ActivityId activity = ActivityId.next();
        OfferedUnit offered = new OfferedUnit(id, number, activity, counting.competency());
        if (problem.isPresent() || !rows.offer(viewer, offered, clock.instant())) {
            return problem;
        }
        making.forEach(rule -> rules.makeOfContent(viewer, rule));
        List<String> reasons = activities.add(viewer, activity, described(course.get(), unit.get(), counting));
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(reasons.get(0));
        }
        activities.vet(
                viewer, activity, true, "Added from the course '" + course.get().title() + "'.");
        access.audit(
                viewer, "course-unit.offered", id.toString(), unit.get().named().title());
        return Optional.empty();
    }

    private static List<String> verbs(EvidenceRule.Measure measure) {
        return measure == EvidenceRule.Measure.COMPLETION
                ? List.of(Verbs.COMPLETED)
                : List.of(Verbs.PASSED, Verbs.FAILED);
    }

    private EvidenceRule rule(Course course, CourseStructure.Unit unit, String verb, Counting counting) {
        String name = course.title() + ": " + unit.named().title();
        return new EvidenceRule(
                EvidenceRuleId.next(),
                shortened(name, EvidenceRules.LONGEST_NAME),
                new EvidenceRule.Matching(verb, address.iri(course.id(), unit)),
                Optional.of(counting.competency()),
                counting.measure(),
                counting.steps(),
                counting.nature());
    }

    private static Activity.Described described(Course course, CourseStructure.Unit unit, Counting counting) {
        String about = unit.named().about();
        return new Activity.Described(
                ActivityKind.ONLINE,
                shortened(unit.named().title(), LONGEST_TITLE),
                about.isBlank() ? "A part of " + course.title() + "." : shortened(about, LONGEST_ABOUT),
                shortened(course.title(), LONGEST_TITLE),
                new Activity.Held(true, "On a screen", "At any time", Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(counting.competency()),
                List.of());
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
