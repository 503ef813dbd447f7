package org.ownpath.policy;

import java.time.Instant;

/** What is chosen beside what somebody has drafted, as if that had been adopted at this instant. */
public record Trial(ChoiceBook today, ChoiceBook drafted, Instant at) {

    /** A draft beside what is chosen. */
    public static Trial of(ChoiceBook today, ChoiceDraft draft, Instant at) {
        return new Trial(today, today.with(draft, Adoption.trial(at)), at);
    }
}
