package org.ownpath.credential;

import java.util.List;

/** What became of a plan that was handed in. */
public sealed interface Adoption {

    /** It holds from its day on; also when the same plan was handed in before. */
    record Adopted(GraduationPlan plan) implements Adoption {}

    /** It was not adopted, because of these problems. */
    record Refused(List<String> problems) implements Adoption {}
}
