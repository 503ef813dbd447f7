package org.ownpath.exchange.xapi.cmi5;

import java.util.List;
import org.ownpath.shared.Problem;

/** What came of a course package. */
public sealed interface CourseImport {

    /** It is here. */
    record Taken(CourseId course) implements CourseImport {}

    /** It is not: where it is not as the standard has it, and what to do. */
    record Refused(List<Problem> problems) implements CourseImport {
        /** Keeps its own copy. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
