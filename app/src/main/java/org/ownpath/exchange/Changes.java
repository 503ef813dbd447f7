package org.ownpath.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ownpath.shared.Change;

/**
 * What a file changes.
 *
 * @param total how many changes there are
 * @param counts how many of each kind, in words
 * @param sample the first of them
 */
record Changes(long total, Map<String, Long> counts, List<Change> sample) {

    static final int SAMPLE = 200;

    static Changes of(List<Change> changes) {
        Map<String, Long> counts = new TreeMap<>();
        changes.forEach(c -> counts.merge(c.what() + ": " + c.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        return new Changes(
                changes.size(), counts, changes.stream().limit(SAMPLE).toList());
    }
}
