package org.ownpath.engine.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The free spaced repetition scheduler, version 6: how long something is remembered, and when to check again.
 *
 * <p>One step is one day. The separate step for several reviews on one day (weights w17 to w19) and the random spread
 * of due dates are left out: on the day of a review recall counts as certain, so that a second success that day changes
 * the difficulty but not the stability. Source of all formulas: open-spaced-repetition, The Algorithm, FSRS-6.
 */
public final class Fsrs {

    /** The chance of recall that stability is measured at. */
    private static final double AT_STABILITY = 0.9;

    /** A whole number of days stays whole whatever the last bit of a power says. */
    private static final double ROUNDING = 1e-9;

    private static final double LEAST_STABILITY = 0.001;
    private static final double MOST_STABILITY = 36_500;

    private final FsrsWeights w;
    private final double decay;
    private final double factor;
    private final double growth;

    private Fsrs(FsrsWeights weights) {
        this.w = weights;
        this.decay = -weights.get(20);
        this.factor = Math.pow(AT_STABILITY, 1 / decay) - 1;
        this.growth = Math.exp(weights.get(8));
    }

    /** With the published default weights. */
    public static Fsrs standard() {
        return with(FsrsWeights.standard());
    }

    /** With weights of one's own. */
    public static Fsrs with(FsrsWeights weights) {
        return new Fsrs(weights);
    }

    /**
     * The memory after the first time: {@code S = w(G-1)}, {@code D = w4 - exp(w5 (G - 1)) + 1}, held from 1 to 10.
     *
     * @param on the day on which it was first shown
     */
    public Memory first(RecallGrade grade, LocalDate on) {
        return new Memory(stability(w.get(grade.number() - 1)), difficulty(firstDifficulty(grade)), on);
    }

    /**
     * The memory after a further review.
     *
     * @throws IllegalArgumentException if the day is before the last review
     */
    public Memory review(Memory memory, RecallGrade grade, LocalDate on) {
        double recall = recall(days(memory, on), memory.stability());
        double stability = grade == RecallGrade.AGAIN ? afterLapse(memory, recall) : afterRecall(memory, recall, grade);
        return new Memory(stability(stability), difficulty(nextDifficulty(memory.difficulty(), grade)), on);
    }

    /** What each grade would make of the first time. */
    public ReviewChoices choices(LocalDate on) {
        return ReviewChoices.first(this, on);
    }

    /**
     * What each grade would make of a further review.
     *
     * @throws IllegalArgumentException if the day is before the last review
     */
    public ReviewChoices choices(Memory memory, LocalDate on) {
        return ReviewChoices.after(this, memory, on);
    }

    /**
     * The chance of recall on this day, from 0 to 1.
     *
     * @throws IllegalArgumentException if the day is before the last review
     */
    public double recall(Memory memory, LocalDate on) {
        return recall(days(memory, on), memory.stability());
    }

    /**
     * The forgetting curve {@code R = (1 + factor t / S)^decay} with {@code decay = -w20} and {@code factor =
     * 0.9^(1/decay) - 1}, so that R = 0.9 after S days.
     *
     * @param days t since the last review, 0 or more
     * @param stability S in days, above 0
     */
    public double recall(double days, double stability) {
        return Math.pow(1 + factor * days / stability, decay);
    }

    /**
     * Days until the chance of recall has fallen to what is desired: {@code S / factor (R^(1/decay) - 1)}, not rounded.
     *
     * @param stability S in days, above 0
     * @param desired the chance of recall, above 0 and below 1
     */
    public double daysUntil(double stability, double desired) {
        checkDesired(desired);
        return stability / factor * (Math.pow(desired, 1 / decay) - 1);
    }

    /**
     * {@link #daysUntil} in whole days, rounded half up, at least 1 and at most 100 years. A schedule in which a better
     * grade always waits longer is in {@link ReviewChoices}.
     */
    public int intervalDays(Memory memory, double desired) {
        double days = daysUntil(memory.stability(), desired);
        return (int) Math.min(MOST_STABILITY, Math.max(1, Math.floor(days + 0.5)));
    }

    /**
     * The re-check date of something mastered: the first day on which the chance of recall is below this. At most 100
     * years after the last review.
     *
     * @param recall the chance of recall, above 0 and below 1; 0.9 by custom
     */
    public LocalDate dueWhenBelow(Memory memory, double recall) {
        double days = Math.min(MOST_STABILITY, Math.floor(daysUntil(memory.stability(), recall) + ROUNDING) + 1);
        return memory.reviewedOn().plusDays((long) days);
    }

    /** {@code S' = S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) [w15 if hard] [w16 if easy])}. */
    private double afterRecall(Memory memory, double recall, RecallGrade grade) {
        double stability = memory.stability();
        double increase = growth
                * (11 - memory.difficulty())
                * Math.pow(stability, -w.get(9))
                * Math.expm1(w.get(10) * (1 - recall));
        return stability * (1 + increase * bonus(grade));
    }

    private double bonus(RecallGrade grade) {
        return grade == RecallGrade.HARD ? w.get(15) : grade == RecallGrade.EASY ? w.get(16) : 1;
    }

    /** {@code S' = min(S, w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)))}: a lapse never makes a memory stronger. */
    private double afterLapse(Memory memory, double recall) {
        double left = w.get(11)
                * Math.pow(memory.difficulty(), -w.get(12))
                * (Math.pow(memory.stability() + 1, w.get(13)) - 1)
                * Math.exp(w.get(14) * (1 - recall));
        return Math.min(memory.stability(), left);
    }

    private double firstDifficulty(RecallGrade grade) {
        return w.get(4) - Math.exp(w.get(5) * (grade.number() - 1)) + 1;
    }

    /**
     * {@code D' = w7 D0(easy) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9)}: steps get smaller towards 10, and difficulty
     * drifts back towards that of an easy start, which is not held at 1 here.
     */
    private double nextDifficulty(double difficulty, RecallGrade grade) {
        double step = -w.get(6) * (grade.number() - 3) * (10 - difficulty) / 9;
        return w.get(7) * firstDifficulty(RecallGrade.EASY) + (1 - w.get(7)) * (difficulty + step);
    }

    private static double stability(double days) {
        return Math.min(MOST_STABILITY, Math.max(LEAST_STABILITY, days));
    }

    private static double difficulty(double difficulty) {
        return Math.min(10, Math.max(1, difficulty));
    }

    private static void checkDesired(double desired) {
        if (!(desired > 0 && desired < 1)) {
            throw new IllegalArgumentException("A chance of recall of " + desired
                    + " cannot be planned for. Use a number above 0 and below 1, such as 0.9.");
        }
    }

    private static double days(Memory memory, LocalDate on) {
        double days = (double) ChronoUnit.DAYS.between(memory.reviewedOn(), on);
        if (days < 0) {
            throw new IllegalArgumentException("The day " + on + " is before the last review on " + memory.reviewedOn()
                    + ". Give reviews in the order of their days.");
        }
        return days;
    }
}
