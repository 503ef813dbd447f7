package org.ownpath.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.ownpath.framework.Curriculum;

/** Checks pieces that come many at once. For one thread. */
public final class RowCheck {

    private final Curriculum curriculum;
    private final Acceptance acceptance;

    RowCheck(Curriculum curriculum, Acceptance acceptance) {
        this.curriculum = curriculum;
        this.acceptance = acceptance;
    }

    /** Why a piece cannot be taken, each reason with the value and the remedy; empty when it can. */
    public List<Reason> reasons(BulkLedger.Row row) {
        List<Reason> found = ObservationCheck.found(row.observation(), curriculum, row.recordedAt());
        List<Reason> more = acceptance.reasons(row.observation(), row.recordedAt());
        return more.isEmpty()
                ? found
                : Stream.concat(found.stream(), more.stream()).toList();
    }
}
