package org.ownpath.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Ladder;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.mastery.States;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of pathway: the ladder, the next steps and the growth of students. */
@Component
public class Pathway {

    private static final int MONTHS_OF_GROWTH = 24;

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Roster roster;
    private final DesignChoices choices;
    private final Clock clock;

    Pathway(Mastery mastery, Frameworks frameworks, Roster roster, DesignChoices choices, Clock clock) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.roster = roster;
        this.choices = choices;
        this.clock = clock;
    }

    /** The path of one student in every subject in use. */
    public StudentPath of(StudentId student) {
        return of(student, AsOf.now());
    }

    /** The same as it stood then: by the evidence, the rules, the choices and the editions of then. */
    public StudentPath of(StudentId student, AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        Map<CompetencyId, Standing> standings = mastery.of(student, asOf);
        Instant moment = asOf.at(clock.instant());
        Place place = Place.DISTRICT.in(roster.schoolOf(student)).student(student);
        Placements placements = placements(asOf);
        Map<CompetencyId, Instant> known = mastered(standings.values());
        Set<CompetencyId> behind = standing(standings.values());
        Map<String, OptionalInt> begins = new HashMap<>();
        for (String subject : curriculum.subjects()) {
            List<Competency> competencies = levelled(curriculum, subject);
            OptionalInt begin = placements.begins(subject, competencies, known);
            begins.put(subject, begin);
            behind.addAll(Placements.passed(competencies, begin, known));
        }
        Set<CompetencyId> ready = curriculum.graph().outerFringe(behind);
        List<SubjectPath> subjects = curriculum.subjects().stream()
                .flatMap(subject -> path(
                        subject,
                        steps(levelled(curriculum, subject), standings, ready),
                        begins.getOrDefault(subject, OptionalInt.empty()),
                        workingLevel(place, subject, moment))
                        .stream())
                .toList();
        List<Instant> mastered = subjects.stream()
                .flatMap(subject -> subject.steps().stream())
                .flatMap(step -> step.standing().stream())
                .flatMap(standing -> standing.masteredAt().stream())
                .toList();
        return new StudentPath(student, subjects, growth(mastered, YearMonth.from(SchoolTime.day(moment))));
    }

    /** What leads to what around where the student stood in a subject then; as wide as the path is. */
    public CompetencyMap map(StudentPath path, String subject, AsOf asOf) {
        return CompetencyMap.around(subject, path, frameworks.curriculum(asOf).graph());
    }

    /** Where each of the students is on the ladder of one subject. Students without any evidence are at its foot. */
    public Map<StudentId, Ladder.Position> positions(Collection<StudentId> students, String subject) {
        return positions(students, subject, AsOf.now());
    }

    /** The same as it stood then. */
    public Map<StudentId, Ladder.Position> positions(Collection<StudentId> students, String subject, AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        List<Competency> competencies = levelled(curriculum, subject);
        if (competencies.isEmpty()) {
            return Map.of();
        }
        States states = mastery.states(students, asOf);
        Map<StudentId, OptionalInt> begins = begins(students, competencies, placements(asOf), asOf);
        Map<StudentId, Ladder.Position> positions = new HashMap<>();
        for (StudentId student : students) {
            List<Ladder.Rung> rungs = rungs(competencies, c -> c, c -> states.of(student, c.id()));
            positions.put(student, Placements.position(rungs, begins.getOrDefault(student, OptionalInt.empty())));
        }
        return positions;
    }

    /** Where a student begins in a subject, where evidence has placed them above its foot: the level. */
    public Map<StudentId, Integer> beginnings(Collection<StudentId> students, String subject) {
        Map<StudentId, Integer> levels = new HashMap<>();
        List<Competency> competencies = levelled(frameworks.curriculum(), subject);
        begins(students, competencies, placements(AsOf.now()), AsOf.now())
                .forEach((student, begin) -> begin.ifPresent(level -> levels.put(student, level)));
        return levels;
    }

    private Placements placements(AsOf asOf) {
        return new Placements(choices.book(), asOf.at(clock.instant()));
    }

    private Map<StudentId, OptionalInt> begins(
            Collection<StudentId> students, List<Competency> competencies, Placements placements, AsOf asOf) {
        return placements.any(competencies)
                ? placements.begins(competencies, masteredAt(students, competencies, asOf))
                : Map.of();
    }

    /** Where evidence would place students in the subject of these competencies if this held. */
    Map<StudentId, OptionalInt> begins(
            Collection<StudentId> students, List<Competency> competencies, Supposed supposed) {
        Placements placements = new Placements(supposed.choices(), supposed.at());
        if (!placements.any(competencies)) {
            return Map.of();
        }
        Map<StudentId, Map<CompetencyId, Instant>> mastered = masteredAt(students, competencies, AsOf.now());
        for (StudentId student : students) {
            for (Competency competency : competencies) {
                supposed.verdict(student, competency.id()).ifPresent(verdict -> {
                    Map<CompetencyId, Instant> own = mastered.computeIfAbsent(student, first -> new HashMap<>());
                    verdict.masteredAt()
                            .ifPresentOrElse(at -> own.put(competency.id(), at), () -> own.remove(competency.id()));
                });
            }
        }
        return placements.begins(competencies, mastered);
    }

    private Map<StudentId, Map<CompetencyId, Instant>> masteredAt(
            Collection<StudentId> students, List<Competency> competencies, AsOf asOf) {
        Map<StudentId, Map<CompetencyId, Instant>> mastered = new HashMap<>();
        mastery.milestones(
                students,
                competencies.stream().map(Competency::id).toList(),
                asOf,
                milestone -> milestone
                        .masteredAt()
                        .ifPresent(at -> mastered.computeIfAbsent(milestone.student(), first -> new HashMap<>())
                                .put(milestone.competency(), at)));
        return mastered;
    }

    private static Map<CompetencyId, Instant> mastered(Collection<Standing> standings) {
        Map<CompetencyId, Instant> mastered = new HashMap<>();
        standings.stream()
                .filter(standing -> standing.state().standing())
                .forEach(standing -> standing.masteredAt().ifPresent(at -> mastered.put(standing.competency(), at)));
        return mastered;
    }

    private static Set<CompetencyId> standing(Collection<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private WorkingLevel workingLevel(Place place, String subject, Instant moment) {
        return choices.book().inForce(Settings.WORKING_LEVEL, place.subject(subject), moment);
    }

    private static List<SubjectPath.Step> steps(
            List<Competency> competencies, Map<CompetencyId, Standing> standings, Set<CompetencyId> ready) {
        return competencies.stream()
                .map(c -> new SubjectPath.Step(c, Optional.ofNullable(standings.get(c.id())), ready.contains(c.id())))
                .toList();
    }

    private static Optional<SubjectPath> path(
            String subject, List<SubjectPath.Step> steps, OptionalInt begins, WorkingLevel workingLevel) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<Ladder.Rung> rungs = rungs(steps, SubjectPath.Step::competency, SubjectPath.Step::state);
        Ladder.Position position = Placements.position(rungs, begins);
        return Optional.of(new SubjectPath(subject, begins, rungs, position, workingLevel.of(position, rungs), steps));
    }

    /** Competencies without a level have no place on a ladder. */
    static List<Competency> levelled(Curriculum curriculum, String subject) {
        return curriculum.ofSubject(subject).stream()
                .filter(c -> c.level().isPresent())
                .toList();
    }

    static <T> List<Ladder.Rung> rungs(List<T> from, Function<T, Competency> competency, Function<T, State> state) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (T each : from) {
            int[] count = counts.computeIfAbsent(competency.apply(each).level().getAsInt(), level -> new int[3]);
            count[0]++;
            State shown = state.apply(each);
            if (shown != State.NO_EVIDENCE) {
                count[shown.standing() ? 1 : 2]++;
            }
        }
        List<Ladder.Rung> rungs = new ArrayList<>();
        counts.forEach((level, count) -> rungs.add(new Ladder.Rung(level, count[0], count[1], count[2])));
        return rungs;
    }

    private static List<StudentPath.GrowthPoint> growth(List<Instant> mastered, YearMonth last) {
        List<StudentPath.GrowthPoint> points = new ArrayList<>();
        for (YearMonth month = last.minusMonths(MONTHS_OF_GROWTH); !month.isAfter(last); month = month.plusMonths(1)) {
            Instant end = SchoolTime.start(month.plusMonths(1).atDay(1));
            int standing =
                    (int) mastered.stream().filter(at -> at.isBefore(end)).count();
            points.add(new StudentPath.GrowthPoint(month, standing));
        }
        return points;
    }
}
