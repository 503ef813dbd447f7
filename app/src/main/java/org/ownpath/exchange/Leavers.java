package org.ownpath.exchange;

import org.ownpath.roster.Roster;
import org.springframework.stereotype.Component;

/**
 * Whether so many people would leave by a roster that somebody has to look at it first: a system that is ill answers with
 * half a roster, and nobody is there to notice when it is read at night.
 */
@Component
class Leavers {

    private static final String LEAVE = "person: end";
    private static final int ALWAYS_FEW = 3;
    private static final int ONE_IN = 5;

    private final Roster roster;

    Leavers(Roster roster) {
        this.roster = roster;
    }

    boolean tooMany(Changes changes) {
        long leaving = changes.counts().getOrDefault(LEAVE, 0L);
        return leaving > ALWAYS_FEW && leaving * ONE_IN > roster.students().size();
    }
}
