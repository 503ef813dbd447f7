package org.ownpath.insight;

import org.ownpath.framework.Competency;
import org.ownpath.mastery.Explained;

/** One standing with its reasons, by today's rule and by the drafted one, from the same evidence. */
public record Both(Competency competency, Explained today, Explained drafted) {

    /** What would become of it. */
    public Move move() {
        return Move.of(today.judgement().state(), drafted.judgement().state());
    }
}
