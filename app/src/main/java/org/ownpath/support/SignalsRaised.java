package org.ownpath.support;

import java.util.List;
import org.ownpath.shared.DistrictId;

/**
 * The evidence gives reasons that it did not give before; published in the transaction that notes them. The first look at
 * a student tells of none: all that it sees is news.
 */
public record SignalsRaised(DistrictId district, List<Signal.Key> signals) {

    /** Keeps its own copy of the signals. */
    public SignalsRaised {
        signals = List.copyOf(signals);
    }
}
