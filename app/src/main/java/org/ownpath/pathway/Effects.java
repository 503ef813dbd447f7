package org.ownpath.pathway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Remembered;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * What activities have led to. Each student who did one is put beside up to five who did not choose it, had not mastered
 * the competency either, were as ready for it, and had mastered about as much of the subject on the day it was chosen.
 */
@Component
class Effects {

    static final Duration TIME_TO_MASTER = Duration.ofDays(60);
    private static final int ALIKE = 5;
    private static final int MOST_COMPARED = 600;

    private final PlannedRows planned;
    private final ActivityRows catalogue;
    private final Mastery mastery;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Clock clock;
    private final Remembered<Map<ActivityId, Effect>> remembered = new Remembered<>();

    Effects(
            PlannedRows planned,
            ActivityRows catalogue,
            Mastery mastery,
            Frameworks frameworks,
            Roster roster,
            Clock clock) {
        this.planned = planned;
        this.catalogue = catalogue;
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.roster = roster;
        this.clock = clock;
    }

    Effect of(Activity activity) {
        return all().getOrDefault(activity.id(), new Effect.TooFew(0));
    }

    /** Of every activity that somebody has done; worked out anew when something is done, and each day. */
    Map<ActivityId, Effect> all() {
        return remembered.get(planned::fingerprint, this::find);
    }

    private Map<ActivityId, Effect> find() {
        Instant last = clock.instant().minus(TIME_TO_MASTER);
        Map<ActivityId, List<PlannedActivity>> done = planned.done().stream()
                .filter(each -> each.chosenAt().isBefore(last))
                .collect(Collectors.groupingBy(PlannedActivity::activity));
        Map<ActivityId, Activity> activities = catalogue.find(done.keySet());
        Past past = past(activities.values());
        Map<ActivityId, Effect> effects = new HashMap<>();
        activities.forEach((id, activity) ->
                effects.put(id, Effect.of(matched(activity, done.getOrDefault(id, List.of()), past))));
        return effects;
    }

    private Past past(Collection<Activity> activities) {
        Curriculum curriculum = frameworks.curriculum();
        List<CompetencyId> competencies = curriculum
                .all(activities.stream()
                        .flatMap(activity -> activity.described().competencies().stream())
                        .distinct()
                        .toList())
                .stream()
                .map(Competency::subject)
                .distinct()
                .flatMap(subject -> curriculum.ofSubject(subject).stream())
                .map(Competency::id)
                .toList();
        List<StudentId> students = roster.students().stream()
                .map(Person::student)
                .sorted(Comparator.comparing(
                        (StudentId student) -> student.value().getLeastSignificantBits()))
                .limit(MOST_COMPARED)
                .toList();
        Set<StudentId> asked = new HashSet<>(students);
        planned.done().forEach(each -> asked.add(each.student()));
        Map<StudentId, Map<CompetencyId, Instant>> masteredAt = new HashMap<>();
        asked.forEach(student -> masteredAt.put(student, new HashMap<>()));
        mastery.milestones(
                asked,
                competencies,
                milestone -> milestone
                        .masteredAt()
                        .ifPresent(at -> Optional.ofNullable(masteredAt.get(milestone.student()))
                                .ifPresent(own -> own.put(milestone.competency(), at))));
        return new Past(curriculum, masteredAt);
    }

    private static List<Effect.Matched> matched(Activity activity, List<PlannedActivity> done, Past past) {
        Set<StudentId> chose = done.stream().map(PlannedActivity::student).collect(Collectors.toSet());
        List<Effect.Matched> cases = new ArrayList<>();
        for (PlannedActivity each : done) {
            List<Effect.Matched> own = past
                    .curriculum()
                    .all(activity.described().competencies())
                    .stream()
                    .flatMap(c -> past.beside(each.student(), c, each.chosenAt(), chose).stream())
                    .toList();
            if (!own.isEmpty()) {
                cases.add(new Effect.Matched(
                        own.stream().mapToDouble(Effect.Matched::did).average().orElseThrow(),
                        own.stream()
                                .mapToDouble(Effect.Matched::others)
                                .average()
                                .orElseThrow()));
            }
        }
        return cases;
    }

    /** Somebody to compare with, and by how many competencies of the subject the two are apart. */
    private record Like(StudentId student, long apart) {}

    /** Who mastered what when. */
    private record Past(Curriculum curriculum, Map<StudentId, Map<CompetencyId, Instant>> masteredAt) {

        /** A student in one competency beside those like the student; empty where it was mastered before or nobody is. */
        Optional<Effect.Matched> beside(StudentId student, Competency competency, Instant from, Set<StudentId> chose) {
            if (mastered(student, competency.id(), from)) {
                return Optional.empty();
            }
            boolean ready = ready(student, competency, from);
            long far = count(student, competency.subject(), from);
            OptionalDouble others = masteredAt.keySet().stream()
                    .filter(other -> !chose.contains(other) && !mastered(other, competency.id(), from))
                    .filter(other -> ready(other, competency, from) == ready)
                    .map(other -> new Like(other, Math.abs(count(other, competency.subject(), from) - far)))
                    .sorted(Comparator.comparingLong(Like::apart)
                            .thenComparing(like -> like.student().toString()))
                    .limit(ALIKE)
                    .mapToDouble(like -> mastersInTime(like.student(), competency.id(), from))
                    .average();
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Effect.Matched(mastersInTime(student, competency.id(), from), others.getAsDouble()));
        }

        private boolean mastered(StudentId student, CompetencyId competency, Instant by) {
            Instant at = of(student).get(competency);
            return at != null && !at.isAfter(by);
        }

        private boolean ready(StudentId student, Competency competency, Instant at) {
            return curriculum.graph().prerequisites(competency.id()).stream()
                    .allMatch(before -> mastered(student, before, at));
        }

        private long count(StudentId student, String subject, Instant by) {
            return curriculum.ofSubject(subject).stream()
                    .filter(c -> mastered(student, c.id(), by))
                    .count();
        }

        private double mastersInTime(StudentId student, CompetencyId competency, Instant from) {
            return mastered(student, competency, from.plus(TIME_TO_MASTER)) ? 1 : 0;
        }

        private Map<CompetencyId, Instant> of(StudentId student) {
            return masteredAt.getOrDefault(student, Map.of());
        }
    }
}
