package org.ownpath.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Ladder;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Milestone;
import org.ownpath.roster.Person;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;

/**
 * Places students on the ladder of one subject, at the beginning of a span and now. The beginning is reckoned from what
 * stands mastered today by when each of it was reached: a mastery that was lost since is not in it.
 */
final class Climbing {

    private static final int LEVELS = GradeLevel.HIGHEST + 1;

    private final Span span;
    private final Map<CompetencyId, Integer> levels = new HashMap<>();
    private final int[] sizes = new int[LEVELS];
    private final Map<StudentId, Climber> climbers = new HashMap<>();

    /** A student on the way: how many are mastered on each level. */
    private static final class Climber {
        private final int[] then = new int[LEVELS];
        private final int[] now = new int[LEVELS];
        private @Nullable Instant mastered;
        private @Nullable Instant shown;
    }

    Climbing(List<Competency> subject, Span span) {
        this.span = span;
        for (Competency competency : subject) {
            competency.level().ifPresent(level -> {
                levels.put(competency.id(), level);
                sizes[level]++;
            });
        }
    }

    /** What has a place on the ladder. */
    List<CompetencyId> competencies() {
        return List.copyOf(levels.keySet());
    }

    /** Adds what a student showed of one of them; of anything else, nothing. */
    void add(Milestone milestone) {
        Integer level = levels.get(milestone.competency());
        if (level == null) {
            return;
        }
        Climber climber = climbers.computeIfAbsent(milestone.student(), fresh -> new Climber());
        climber.shown = later(climber.shown, milestone.shownAt());
        if (milestone.masteredAt().isPresent()) {
            climber.now[level]++;
            climber.mastered = later(climber.mastered, milestone.masteredAt());
            if (milestone.masteredAt().get().isBefore(span.start())) {
                climber.then[level]++;
            }
        }
    }

    /** Where the student has come to; somebody without evidence is at the foot. */
    StudentOutcome outcome(Person student) {
        Climber climber = climbers.getOrDefault(student.student(), new Climber());
        Ladder.Position now = position(climber.now);
        int then = sum(climber.then);
        return new StudentOutcome(
                student,
                new StudentOutcome.Levels(
                        position(climber.then).fractionalLevel(),
                        now.fractionalLevel(),
                        now.workingLevel(),
                        sizes[now.workingLevel()] - climber.now[now.workingLevel()]),
                new StudentOutcome.Masteries(then, sum(climber.now) - then, levels.size()),
                new StudentOutcome.Latest(Optional.ofNullable(climber.mastered), Optional.ofNullable(climber.shown)));
    }

    private Ladder.Position position(int[] mastered) {
        List<Ladder.Rung> rungs = new ArrayList<>(LEVELS);
        for (int level = 0; level < LEVELS; level++) {
            rungs.add(new Ladder.Rung(level, sizes[level], mastered[level], 0));
        }
        return Ladder.position(rungs);
    }

    private static int sum(int[] counts) {
        return IntStream.of(counts).sum();
    }

    private static @Nullable Instant later(@Nullable Instant known, Optional<Instant> other) {
        return other.filter(at -> known == null || at.isAfter(known)).orElse(known);
    }
}
