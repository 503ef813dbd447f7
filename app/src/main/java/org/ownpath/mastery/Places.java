package org.ownpath.mastery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ownpath.shared.CompetencyId;

/** Gives each competency a place of its own, from 0 on, so that states fit into arrays. */
final class Places {

    private final Map<CompetencyId, Integer> places = new ConcurrentHashMap<>();

    synchronized int make(CompetencyId competency) {
        return places.computeIfAbsent(competency, c -> places.size());
    }

    /** The place of a competency, or -1 if nobody has shown it. */
    int of(CompetencyId competency) {
        return places.getOrDefault(competency, -1);
    }
}
