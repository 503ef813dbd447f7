package org.ownpath.credential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;

/** What a student has shown in one subject, level by level. */
public record SubjectRecord(String subject, List<Level> levels) {

    /** Keeps its own copy. */
    public SubjectRecord {
        levels = List.copyOf(levels);
    }

    /** One competency and how the student stands in it; empty while there is no evidence. */
    public record Line(Competency competency, Optional<Standing> standing) {

        /** Whether it stands mastered. */
        public boolean mastered() {
            return standing.map(s -> s.state().standing()).orElse(false);
        }

        /** Whether there is evidence and it is not mastered. */
        public boolean begun() {
            return standing.isPresent() && !mastered();
        }

        /** How it stands. */
        public State state() {
            return standing.map(Standing::state).orElse(State.NO_EVIDENCE);
        }

        /** When it was mastered. */
        public Optional<Instant> masteredAt() {
            return standing.filter(s -> mastered()).flatMap(Standing::masteredAt);
        }
    }

    /** One level of the ladder. */
    public record Level(int level, List<Line> lines) {

        /** Keeps its own copy. */
        public Level {
            lines = List.copyOf(lines);
        }

        /** How many stand mastered. */
        public int mastered() {
            return (int) lines.stream().filter(Line::mastered).count();
        }

        /** Whether all stand mastered. */
        public boolean complete() {
            return mastered() == lines.size();
        }

        /** Whether some are mastered or begun, and not all mastered. */
        public boolean atWork() {
            return !complete()
                    && lines.stream().anyMatch(line -> line.standing().isPresent());
        }

        /** When the last of them was mastered; empty while it is not complete. */
        public Optional<Instant> completedOn() {
            return complete()
                    ? lines.stream().flatMap(line -> line.masteredAt().stream()).max(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /** The highest level such that it and all below are complete. */
    public Optional<Level> completeThrough() {
        List<Level> complete = new ArrayList<>();
        for (Level level : levels) {
            if (!level.complete()) {
                break;
            }
            complete.add(level);
        }
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.get(complete.size() - 1));
    }

    /** The last levels that were completed, lowest first. */
    public List<Level> lastCompleted(int limit) {
        List<Level> complete = levels.stream().filter(Level::complete).toList();
        return complete.subList(Math.max(0, complete.size() - limit), complete.size());
    }

    /** The levels that the student is at work on. */
    public List<Level> atWork() {
        return levels.stream().filter(Level::atWork).toList();
    }

    /** Every competency, lowest level first. */
    public List<Line> lines() {
        return levels.stream().flatMap(level -> level.lines().stream()).toList();
    }

    /** How many stand mastered. */
    public int mastered() {
        return levels.stream().mapToInt(Level::mastered).sum();
    }

    /** What was mastered since a moment, latest first. */
    public List<Line> masteredSince(Instant since) {
        return lines().stream()
                .filter(line ->
                        line.masteredAt().filter(at -> !at.isBefore(since)).isPresent())
                .sorted(Comparator.comparing(
                        (Line line) -> line.masteredAt().orElse(since), Collections.reverseOrder()))
                .toList();
    }
}
