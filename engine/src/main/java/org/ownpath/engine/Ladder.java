package org.ownpath.engine;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where a student stands between kindergarten and grade 12 in one subject, from evidence alone and without age. */
public final class Ladder {

    private static final int TOP = 12;

    private Ladder() {}

    /**
     * One level of a subject and how far the student is in it.
     *
     * @param level 0 = kindergarten, then 1 to 12
     * @param competencies how many there are at this level
     * @param mastered how many of them stand mastered
     * @param begun how many have some evidence and are not mastered
     */
    public record Rung(int level, int competencies, int mastered, int begun) {
        public Rung {
            if (level < 0 || level > TOP) {
                throw new IllegalArgumentException(
                        "Level " + level + " is not on the ladder. Use 0 for kindergarten, then 1 to 12.");
            }
            if (mastered < 0 || begun < 0 || mastered + begun > competencies) {
                throw new IllegalArgumentException("Level " + level + " has " + competencies + " competencies, not "
                        + mastered + " mastered and " + begun + " begun. Count each competency once.");
            }
        }

        boolean complete() {
            return mastered == competencies;
        }

        boolean active() {
            return mastered + begun > 0;
        }
    }

    /**
     * A student's position.
     *
     * @param completeThrough the highest level such that it and all below are complete; empty if the lowest is not
     * @param workingLevel the lowest level that is not complete; the top, 12, if all are
     * @param activeLevels every level above the complete ones with something mastered or begun: a student can be in
     *     grades 6 and 7 at once. A level without any evidence is never in it
     * @param fractionalLevel for growth: workingLevel - 1 + the mastered share of the working rung, which is
     *     completeThrough + share on a ladder without gaps, and 12 if all are complete. It lies between -1 (nothing of
     *     kindergarten) and 12, and never falls when something more is mastered
     */
    public record Position(
            OptionalInt completeThrough, int workingLevel, SortedSet<Integer> activeLevels, double fractionalLevel) {
        public Position {
            activeLevels = Collections.unmodifiableSortedSet(new TreeSet<>(activeLevels));
        }
    }

    /**
     * The position on these rungs, in any order. Rungs without competencies are skipped.
     *
     * @throws IllegalArgumentException if no rung has a competency or two have the same level
     */
    public static Position position(List<Rung> rungs) {
        List<Rung> climbed = climbed(rungs);
        Optional<Rung> working =
                climbed.stream().filter(rung -> !rung.complete()).findFirst();
        List<Rung> complete =
                working.map(rung -> climbed.subList(0, climbed.indexOf(rung))).orElse(climbed);
        OptionalInt completeThrough = complete.stream().mapToInt(Rung::level).max();
        TreeSet<Integer> active = new TreeSet<>();
        climbed.stream().skip(complete.size()).filter(Rung::active).forEach(rung -> active.add(rung.level()));
        double fraction = working.map(rung -> rung.level() - 1 + (double) rung.mastered() / rung.competencies())
                .orElse((double) TOP);
        return new Position(completeThrough, working.map(Rung::level).orElse(TOP), active, fraction);
    }

    private static List<Rung> climbed(List<Rung> rungs) {
        List<Rung> climbed = rungs.stream()
                .filter(rung -> rung.competencies() > 0)
                .sorted(Comparator.comparingInt(Rung::level))
                .toList();
        long levels = climbed.stream().mapToInt(Rung::level).distinct().count();
        if (climbed.isEmpty() || levels < climbed.size()) {
            throw new IllegalArgumentException("A ladder needs at least one level with competencies, and each level"
                    + " once, not " + rungs + ". Add competencies to the subject or join the rungs of one level.");
        }
        return climbed;
    }
}
