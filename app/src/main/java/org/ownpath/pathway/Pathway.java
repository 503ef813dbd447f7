package org.ownpath.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.engine.Ladder;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.mastery.States;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of pathway: the ladder, the next steps and the growth of students. */
@Component
public class Pathway {

    private static final int MONTHS_OF_GROWTH = 24;

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Clock clock;

    Pathway(Mastery mastery, Frameworks frameworks, Clock clock) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** The path of one student in every subject in use. */
    public StudentPath of(StudentId student) {
        Curriculum curriculum = frameworks.curriculum();
        Map<CompetencyId, Standing> standings = mastery.of(student);
        Set<CompetencyId> ready = curriculum.graph().outerFringe(standing(standings.values()));
        List<SubjectPath> subjects = curriculum.subjects().stream()
                .flatMap(subject -> path(levelled(curriculum, subject), subject, standings, ready).stream())
                .toList();
        List<Instant> mastered = subjects.stream()
                .flatMap(subject -> subject.steps().stream())
                .flatMap(step -> step.standing().stream())
                .flatMap(standing -> standing.masteredAt().stream())
                .toList();
        return new StudentPath(student, subjects, growth(mastered, YearMonth.from(now())));
    }

    /** Where each of the students is on the ladder of one subject. Students without any evidence are at its foot. */
    public Map<StudentId, Ladder.Position> positions(Collection<StudentId> students, String subject) {
        Curriculum curriculum = frameworks.curriculum();
        List<Competency> competencies = levelled(curriculum, subject);
        if (competencies.isEmpty()) {
            return Map.of();
        }
        States states = mastery.states(students);
        Map<StudentId, Ladder.Position> positions = new HashMap<>();
        for (StudentId student : students) {
            positions.put(student, Ladder.position(rungs(competencies, c -> states.of(student, c))));
        }
        return positions;
    }

    private static Set<CompetencyId> standing(Collection<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
    }

    private static Optional<SubjectPath> path(
            List<Competency> competencies,
            String subject,
            Map<CompetencyId, Standing> standings,
            Set<CompetencyId> ready) {
        if (competencies.isEmpty()) {
            return Optional.empty();
        }
        List<SubjectPath.Step> steps = competencies.stream()
                .map(c -> new SubjectPath.Step(c, Optional.ofNullable(standings.get(c.id())), ready.contains(c.id())))
                .toList();
        List<Ladder.Rung> rungs = rungs(
                competencies,
                c -> Optional.ofNullable(standings.get(c)).map(Standing::state).orElse(State.NO_EVIDENCE));
        return Optional.of(new SubjectPath(subject, rungs, Ladder.position(rungs), steps));
    }

    /** Competencies without a level have no place on a ladder. */
    private static List<Competency> levelled(Curriculum curriculum, String subject) {
        return curriculum.ofSubject(subject).stream()
                .filter(c -> c.level().isPresent())
                .toList();
    }

    private static List<Ladder.Rung> rungs(List<Competency> competencies, Function<CompetencyId, State> states) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (Competency competency : competencies) {
            int[] count = counts.computeIfAbsent(competency.level().getAsInt(), level -> new int[3]);
            count[0]++;
            State state = states.apply(competency.id());
            if (state != State.NO_EVIDENCE) {
                count[state.standing() ? 1 : 2]++;
            }
        }
        List<Ladder.Rung> rungs = new ArrayList<>();
        counts.forEach((level, count) -> rungs.add(new Ladder.Rung(level, count[0], count[1], count[2])));
        return rungs;
    }

    private static List<StudentPath.GrowthPoint> growth(List<Instant> mastered, YearMonth last) {
        List<StudentPath.GrowthPoint> points = new ArrayList<>();
        for (YearMonth month = last.minusMonths(MONTHS_OF_GROWTH); !month.isAfter(last); month = month.plusMonths(1)) {
            Instant end =
                    month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            int standing =
                    (int) mastered.stream().filter(at -> at.isBefore(end)).count();
            points.add(new StudentPath.GrowthPoint(month, standing));
        }
        return points;
    }

    private java.time.ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }
}
