package org.ownpath.exchange.xapi.rules;

import java.time.Instant;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** What a rule makes of a statement. */
public sealed interface Weighed {

    /** What a person reads of it. */
    String words();

    /** It is evidence. */
    record Evidence(StudentId student, CompetencyId competency, double rating, Instant shownAt, String words)
            implements Weighed {}

    /** It is none, and why, without naming anybody. */
    record Nothing(String words) implements Weighed {}
}
