package org.ownpath.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.policy.DesignChoices;
import org.ownpath.roster.Demographics;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Trait;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of outcomes: proficiency and growth of the students whom the viewer works with. */
@Component
public class Outcomes {

    /** So many students are read at once, so that memory does not grow with the district. */
    private static final int AT_ONCE = 500;

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final Demographics demographics;
    private final DesignChoices choices;
    private final Clock clock;

    Outcomes(
            Access access,
            Roster roster,
            Frameworks frameworks,
            Mastery mastery,
            Demographics demographics,
            DesignChoices choices,
            Clock clock) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.demographics = demographics;
        this.choices = choices;
        this.clock = clock;
    }

    private OutcomeLimits limits() {
        return OutcomeLimits.chosen(choices.book(), clock.instant());
    }

    /** The subjects that have a ladder, in the order of the frameworks. */
    public List<String> subjects(AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        return curriculum.subjects().stream()
                .filter(subject -> !curriculum.levelsOf(subject).isEmpty())
                .toList();
    }

    /** Over a span, in one subject or in all together: of a leader's whole district, of a teacher's own students. */
    public SubjectOutcomes of(Viewer viewer, Span span, Optional<String> subject) {
        access.requireStaff(viewer);
        List<String> subjects = subject.map(List::of).orElseGet(() -> subjects(span.asOf()));
        Map<String, List<StudentOutcome>> each = read(viewer, span, subjects);
        return SubjectOutcomes.of(span, subject, limits(), together(each, subjects));
    }

    /** The same for each subject by itself. */
    public List<SubjectOutcomes> each(Viewer viewer, Span span) {
        access.requireStaff(viewer);
        return read(viewer, span, subjects(span.asOf())).entrySet().stream()
                .map(entry -> SubjectOutcomes.of(span, Optional.of(entry.getKey()), limits(), entry.getValue()))
                .toList();
    }

    /** The students told apart. In groups a student may be several times. */
    public List<Part> parts(Viewer viewer, SubjectOutcomes outcomes, By by) {
        return switch (by) {
            case GRADE -> parts(outcomes, s -> s.student().gradeLabel().orElse(""), Outcomes::gradeWords);
            case AGE -> parts(outcomes, s -> age(outcomes, s), age -> age.isEmpty() ? "No birth date" : age + " years");
            case LEVEL ->
                parts(
                        outcomes,
                        s -> String.valueOf(s.levels().working()),
                        level -> GradeLevel.words(Integer.parseInt(level)));
            case GROUP -> groups(viewer, outcomes);
            case ACTIVITY ->
                List.of(Activity.values()).stream()
                        .map(a -> part(a.code(), a.words(), outcomes, s -> outcomes.activity(s) == a))
                        .toList();
            case QUARTER ->
                List.of(Quarter.values()).stream()
                        .map(q -> part(
                                q.code(),
                                q.words(),
                                outcomes,
                                s -> outcomes.quarter(s).filter(q::equals).isPresent()))
                        .toList();
        };
    }

    /** The figures of each part, those of small parts withheld. */
    public Breakdown breakdown(Viewer viewer, SubjectOutcomes outcomes, By by) {
        return Breakdown.of(outcomes, parts(viewer, outcomes, by));
    }

    /** What outcomes can be told by, where nobody may see who is in which part: a leader's, for the whole district. */
    public List<Trait> subgroups(Viewer viewer) {
        return viewer.seesWholeDistrict() ? demographics.known() : List.of();
    }

    /**
     * The figures of each subgroup of the whole district, those of small ones withheld. Always of everybody, since from
     * two selections of students one could reckon the difference.
     */
    public Breakdown breakdown(Viewer viewer, SubjectOutcomes outcomes, Trait trait) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Map<StudentId, String> values = new HashMap<>();
        demographics.students(trait).forEach((value, students) -> students.forEach(s -> values.put(s, value)));
        Map<String, List<StudentOutcome>> parts = outcomes.students().stream()
                .collect(Collectors.groupingBy(
                        s -> values.getOrDefault(s.student().student(), "")));
        List<Part> ordered = Stream.concat(trait.choices().stream(), Stream.of(""))
                .map(value -> new Part(value, trait.words(value), parts.getOrDefault(value, List.of())))
                .toList();
        return Breakdown.of(outcomes, ordered);
    }

    /** How far students with each grade label are through the framework. */
    public Graduation graduation(Viewer viewer, SubjectOutcomes outcomes) {
        return Graduation.of(outcomes, parts(viewer, outcomes, By.GRADE));
    }

    private Map<String, List<StudentOutcome>> read(Viewer viewer, Span span, List<String> subjects) {
        Map<String, List<StudentOutcome>> each = new LinkedHashMap<>();
        subjects.forEach(subject -> each.put(subject, new ArrayList<>()));
        List<Person> students = roster.studentsFor(viewer);
        Curriculum curriculum = frameworks.curriculum(span.asOf());
        for (int from = 0; from < students.size(); from += AT_ONCE) {
            List<Person> some = students.subList(from, Math.min(students.size(), from + AT_ONCE));
            List<StudentId> ids = some.stream().map(Person::student).toList();
            Map<String, Climbing> climbs = new LinkedHashMap<>();
            subjects.forEach(s -> climbs.put(s, new Climbing(curriculum.ofSubject(s), span)));
            Map<CompetencyId, Climbing> byCompetency = new HashMap<>();
            climbs.values().forEach(climbing -> climbing.competencies().forEach(c -> byCompetency.put(c, climbing)));
            mastery.milestones(
                    ids,
                    byCompetency.keySet(),
                    span.asOf(),
                    milestone -> Objects.requireNonNull(byCompetency.get(milestone.competency()))
                            .add(milestone));
            each.forEach((subject, outcomes) -> some.forEach(student ->
                    outcomes.add(Objects.requireNonNull(climbs.get(subject)).outcome(student))));
        }
        return each;
    }

    private static List<StudentOutcome> together(Map<String, List<StudentOutcome>> each, List<String> subjects) {
        if (subjects.size() == 1) {
            return each.getOrDefault(subjects.get(0), List.of());
        }
        int students = each.values().stream().mapToInt(List::size).max().orElse(0);
        List<StudentOutcome> together = new ArrayList<>(students);
        for (int i = 0; i < students; i++) {
            int student = i;
            together.add(StudentOutcome.over(each.values().stream()
                    .map(outcomes -> outcomes.get(student))
                    .toList()));
        }
        return together;
    }

    private static List<Part> parts(
            SubjectOutcomes outcomes, Function<StudentOutcome, String> value, Function<String, String> label) {
        Map<String, List<StudentOutcome>> parts = outcomes.students().stream().collect(Collectors.groupingBy(value));
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(Outcomes::place).thenComparing(Comparator.naturalOrder())))
                .map(part -> new Part(part.getKey(), label.apply(part.getKey()), part.getValue()))
                .toList();
    }

    private static Part part(String value, String label, SubjectOutcomes outcomes, Predicate<StudentOutcome> who) {
        return new Part(value, label, outcomes.students().stream().filter(who).toList());
    }

    private List<Part> groups(Viewer viewer, SubjectOutcomes outcomes) {
        Map<GroupId, Set<StudentId>> members = roster.studentsByGroup();
        return roster.groupsFor(viewer).stream()
                .map(group -> {
                    Set<StudentId> students = members.getOrDefault(group.id(), Set.of());
                    return part(
                            group.id().toString(),
                            group.name(),
                            outcomes,
                            s -> students.contains(s.student().student()));
                })
                .toList();
    }

    private static String age(SubjectOutcomes outcomes, StudentOutcome student) {
        var age = student.student().ageOn(outcomes.span().today());
        return age.isPresent() ? String.valueOf(age.getAsInt()) : "";
    }

    private static String gradeWords(String label) {
        if (label.isEmpty()) {
            return "No grade label";
        }
        return "Grade " + label;
    }

    /** Kindergarten first, then by number, and what is no number last. */
    private static int place(String value) {
        return GradeLevel.read(value).orElse(value.matches("\\d{1,4}") ? Integer.parseInt(value) : 10_000);
    }
}
