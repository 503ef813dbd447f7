package org.ownpath.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.engine.Result;

/** Tells whether what is in the ledger under a piece's id is that piece, in every particular. */
final class SameAs {

    private SameAs() {}

    static boolean sameAs(List<Entry> known, Observation observation) {
        Map<Showing, Result> stored =
                known.stream().collect(Collectors.toMap(e -> new Showing(e.student(), e.competency()), Entry::result));
        Map<Showing, Result> told = observation.ratings().stream()
                .collect(Collectors.toMap(Observation.Rating::showing, Observation.Rating::result));
        return stored.equals(told) && known.stream().allMatch(entry -> sameOccasion(entry, observation));
    }

    private static boolean sameOccasion(Entry entry, Observation observation) {
        return sameTelling(entry, observation)
                && entry.observer().equals(observation.observer())
                && entry.artifacts().equals(observation.artifacts());
    }

    /** Whether the occasion is told alike, whoever tells it and whatever goes with it. */
    static boolean sameTelling(Entry entry, Observation observation) {
        return !entry.withdrawal()
                && entry.nature().equals(observation.nature())
                && entry.shownAt().equals(observation.shownAt())
                && entry.task().equals(observation.task())
                && entry.note().equals(observation.note());
    }
}
