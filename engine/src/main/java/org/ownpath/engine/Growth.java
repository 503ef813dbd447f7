package org.ownpath.engine;

import java.time.Instant;
import java.util.Collection;

/**
 * Growth from a baseline: what stands mastered now, less what stood mastered at the baseline date.
 *
 * @param from the baseline date
 */
public record Growth(Instant from, int masteredThen, int masteredNow) {

    /** From the verdicts of one student as of the baseline date and as of now. Due for a refresh still stands. */
    public static Growth since(Instant from, Collection<Verdict> then, Collection<Verdict> now) {
        return new Growth(from, standing(then), standing(now));
    }

    /** Competencies gained; negative if more were lost than gained. */
    public int gained() {
        return masteredNow - masteredThen;
    }

    private static int standing(Collection<Verdict> verdicts) {
        return Math.toIntExact(
                verdicts.stream().filter(verdict -> verdict.state().standing()).count());
    }
}
