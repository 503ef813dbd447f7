package org.ownpath.pathway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ownpath.access.Remembered;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.time.Pace;
import org.ownpath.engine.time.PaceFit;
import org.ownpath.engine.time.PaceHistory;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The front door of pathway for pace: when a student is likely to reach a goal, at the student's own rate in the subjects
 * of the goal. How rates differ from student to student is learned from the school; nobody's age or grade is asked.
 */
@Component
public class Paces {

    private static final double WEEKS_WATCHED = 26;
    private static final int MOST_WATCHED = 600;
    private static final double SECONDS_A_WEEK = 7 * 86_400.0;

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Clock clock;
    private final Remembered<Map<Set<String>, Optional<Pace>>> priors = new Remembered<>();

    Paces(Mastery mastery, Frameworks frameworks, Roster roster, Clock clock) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.roster = roster;
        this.clock = clock;
    }

    /** When a goal is likely to be reached; empty where nothing is left or the school's evidence tells no pace yet. */
    public Optional<Forecast> forecast(GoalProgress progress) {
        return Optional.ofNullable(
                forecasts(List.of(progress)).get(progress.goal().id()));
    }

    /** The same for many goals of many students. */
    Map<GoalId, Forecast> forecasts(Collection<GoalProgress> goals) {
        Map<Set<String>, List<GoalProgress>> bySubjects = goals.stream()
                .filter(progress -> !progress.route().open().isEmpty())
                .collect(Collectors.groupingBy(Paces::subjects));
        Map<GoalId, Forecast> forecasts = new HashMap<>();
        bySubjects.forEach((subjects, some) ->
                prior(subjects).ifPresent(prior -> forecasts.putAll(forecasts(some, prior, subjects))));
        return forecasts;
    }

    private static Set<String> subjects(GoalProgress progress) {
        return progress.route().open().stream()
                .map(stop -> stop.competency().subject())
                .collect(Collectors.toSet());
    }

    private Map<GoalId, Forecast> forecasts(List<GoalProgress> goals, Pace prior, Set<String> subjects) {
        Map<StudentId, List<Instant>> own = masteries(
                goals.stream().map(progress -> progress.goal().student()).collect(Collectors.toSet()), subjects);
        return goals.stream()
                .collect(Collectors.toMap(
                        progress -> progress.goal().id(),
                        progress -> Forecast.of(
                                pace(prior, own.getOrDefault(progress.goal().student(), List.of())),
                                progress.route().open().size(),
                                today())));
    }

    private Pace pace(Pace prior, List<Instant> masteries) {
        return watched(masteries)
                .map(seen -> prior.after(seen.masteries(), seen.weeks()))
                .orElse(prior);
    }

    /** How paces differ in these subjects; fitted anew each day, to what was mastered before it. */
    private Optional<Pace> prior(Set<String> subjects) {
        return priors.get(() -> today().toString(), ConcurrentHashMap::new).computeIfAbsent(subjects, this::fit);
    }

    private Optional<Pace> fit(Set<String> subjects) {
        Instant now = beginOfToday();
        List<PaceFit.Watched> others = masteries(some(), subjects).values().stream()
                .map(own -> own.stream().filter(at -> at.isBefore(now)).toList())
                .flatMap(own -> watched(own).stream())
                .toList();
        boolean tells = others.size() >= 2 && others.stream().anyMatch(each -> each.masteries() > 0);
        return tells ? Optional.of(PaceFit.maximumLikelihood(others)) : Optional.empty();
    }

    /** What was mastered in the last half year, or since the first mastery, which then is the start and does not count. */
    private Optional<PaceFit.Watched> watched(List<Instant> own) {
        Optional<Instant> first = own.stream().min(Comparator.naturalOrder());
        Instant now = beginOfToday();
        Instant begin = now.minusSeconds((long) (WEEKS_WATCHED * SECONDS_A_WEEK));
        return first.map(at -> at.isAfter(begin) ? at : begin)
                .filter(from -> weeks(from, now) >= 1)
                .map(from -> new PaceFit.Watched(
                        (int) own.stream().filter(at -> at.isAfter(from)).count(), weeks(from, now)));
    }

    /** Weeks are counted up to here, so that a forecast holds all day. */
    private Instant beginOfToday() {
        return SchoolTime.start(today());
    }

    /** The year of each of some students in a subject, in weeks; for testing whether forecasts come true. */
    List<PaceHistory> histories(String subject, double weeks) {
        Instant begin = clock.instant().minusSeconds((long) (weeks * SECONDS_A_WEEK));
        return masteries(some(), Set.of(subject)).values().stream()
                .filter(own -> own.stream().anyMatch(at -> at.isBefore(begin)))
                .map(own -> new PaceHistory(
                        weeks,
                        own.stream()
                                .filter(at -> !at.isBefore(begin))
                                .map(at -> Math.min(weeks, weeks(begin, at)))
                                .toList()))
                .toList();
    }

    private List<StudentId> some() {
        return roster.students().stream()
                .map(Person::student)
                .sorted(Comparator.comparing(
                        (StudentId student) -> student.value().getLeastSignificantBits()))
                .limit(MOST_WATCHED)
                .toList();
    }

    private Map<StudentId, List<Instant>> masteries(Collection<StudentId> students, Set<String> subjects) {
        List<CompetencyId> competencies = subjects.stream()
                .flatMap(subject -> frameworks.curriculum().ofSubject(subject).stream())
                .map(Competency::id)
                .toList();
        Map<StudentId, List<Instant>> found = new HashMap<>();
        mastery.milestones(
                students,
                competencies,
                milestone -> milestone
                        .masteredAt()
                        .ifPresent(at -> found.computeIfAbsent(milestone.student(), first -> new ArrayList<>())
                                .add(at)));
        return found;
    }

    private static double weeks(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_A_WEEK;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
