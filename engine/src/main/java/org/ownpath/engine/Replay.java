package org.ownpath.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plays one student's evidence for one competency in the order in which it was shown, and remembers since when mastery
 * has stood. Between two moments at which evidence comes or leaves the window, nothing can change.
 */
final class Replay {

    private final Rule rule;
    private final List<Piece> timeline;
    private final Instant asOf;
    private Tally tally;
    private int played;
    private @Nullable Instant standingSince;

    Replay(Rule rule, List<Piece> timeline, Instant asOf) {
        this.rule = rule;
        this.timeline = timeline;
        this.asOf = asOf;
        this.tally = new Tally(rule);
        moments().forEach(this::playTo);
    }

    Tally tally() {
        return tally;
    }

    Verdict verdict() {
        return tally.verdict(asOf, Optional.ofNullable(standingSince));
    }

    private Collection<Instant> moments() {
        Optional<Integer> window = rule.counting().windowDays();
        return window.isEmpty() ? shownMoments() : shownAndLeavingMoments(window.get());
    }

    private Collection<Instant> shownMoments() {
        List<Instant> moments = new ArrayList<>(timeline.size());
        for (Piece piece : timeline) {
            if (moments.isEmpty() || !moments.get(moments.size() - 1).equals(piece.shownAt())) {
                moments.add(piece.shownAt());
            }
        }
        return moments;
    }

    private Collection<Instant> shownAndLeavingMoments(int days) {
        TreeSet<Instant> moments = new TreeSet<>(shownMoments());
        timeline.forEach(piece -> moments.add(Counting.leavesWindow(piece, days)));
        return moments.headSet(asOf, true);
    }

    private void playTo(Instant moment) {
        if (rule.counting().windowDays().isPresent()) {
            tally = new Tally(rule); // pieces may have left the window, and a tally only grows
            played = 0;
        }
        while (played < timeline.size() && !timeline.get(played).shownAt().isAfter(moment)) {
            tally.add(timeline.get(played++), moment);
        }
        if (!tally.standing()) {
            standingSince = null;
        } else if (standingSince == null) {
            standingSince = moment;
        }
    }
}
