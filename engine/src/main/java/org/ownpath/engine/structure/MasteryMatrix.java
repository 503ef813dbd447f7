package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which learner has mastered which competency, one bit each: a million learners and a hundred competencies take 13 MB.
 * Learners who had no chance at a competency should be left out, for 'not mastered' is taken at its word.
 */
public final class MasteryMatrix<K> {

    private final int learners;
    private final List<K> competencies;
    private final Map<K, BitSet> mastered = new HashMap<>();

    private MasteryMatrix(Collection<K> competencies, int learners) {
        this.learners = learners;
        this.competencies = List.copyOf(competencies);
        this.competencies.forEach(competency -> mastered.put(competency, new BitSet(learners)));
    }

    /**
     * From what each learner has mastered; competencies that are not in the list are ignored.
     *
     * @throws IllegalArgumentException if there are no learners
     */
    public static <K> MasteryMatrix<K> of(Collection<K> competencies, Collection<? extends Set<K>> learners) {
        if (learners.isEmpty()) {
            throw new IllegalArgumentException("There are no learners to learn from. Give at least one.");
        }
        MasteryMatrix<K> matrix =
                new MasteryMatrix<>(new ArrayList<>(new LinkedHashSet<>(competencies)), learners.size());
        int learner = 0;
        for (Set<K> known : learners) {
            for (K competency : known) {
                BitSet bits = matrix.mastered.get(competency);
                if (bits != null) {
                    bits.set(learner);
                }
            }
            learner++;
        }
        return matrix;
    }

    /**
     * From when each learner first mastered what, as of a moment, in any unit of time. One moment in the middle of
     * learning says more than one when all is learned.
     *
     * @param first for each learner the time of each competency that was mastered at all
     */
    public static <K> MasteryMatrix<K> asOf(
            double moment, Collection<K> competencies, Collection<? extends Map<K, Double>> first) {
        List<Set<K>> states = new ArrayList<>();
        for (Map<K, Double> times : first) {
            Set<K> state = new HashSet<>();
            times.forEach((competency, time) -> {
                if (time <= moment) {
                    state.add(competency);
                }
            });
            states.add(state);
        }
        return of(competencies, states);
    }

    public int learners() {
        return learners;
    }

    public List<K> competencies() {
        return competencies;
    }

    /** How many have mastered it. */
    int with(K competency) {
        return bits(competency).cardinality();
    }

    /** How many have mastered both. */
    int withBoth(K one, K other) {
        BitSet both = (BitSet) bits(one).clone();
        both.and(bits(other));
        return both.cardinality();
    }

    private BitSet bits(K competency) {
        return Optional.ofNullable(mastered.get(competency))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + competency + "' is not in the matrix. Add it to its competencies."));
    }
}
