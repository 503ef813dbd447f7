package org.ownpath.support;

import java.time.Duration;
import java.time.Instant;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/**
 * From when on something is a signal.
 *
 * @param tries how many tries at one competency make somebody stuck or guessing at the earliest
 * @param lastTries how many of the last have to be no better than those before
 * @param spinningTries how many tries without mastery mean that more of the same will hardly help
 * @param recent how far back tries are looked at
 * @param current how long ago a try may be to be part of the work of now
 * @param swing how far results jump from one test to the next on average, in levels of the scale, when somebody guesses
 * @param shortestPause the shortest pause that is ever called stalled
 * @param pauseQuantile how rare a pause has to be at the student's own pace: 0.95 is once in 20 times
 * @param racingMasteries how many masteries make somebody racing
 * @param racingWithin in how much time
 * @param recallShare the share of them that rest on recall alone
 * @param recall the chance of recall below which a competency is due for a check
 * @param restAfterShown how long after it was last shown nothing is said to be slipping
 * @param readyFor how long everything before a competency has been mastered
 * @param readyCompetencies how many such competencies make a signal
 * @param slippingCompetencies how many fading competencies make a signal
 */
record Thresholds(
        int tries,
        int lastTries,
        int spinningTries,
        Duration recent,
        Duration current,
        double swing,
        Duration shortestPause,
        double pauseQuantile,
        int racingMasteries,
        Duration racingWithin,
        double recallShare,
        double recall,
        Duration restAfterShown,
        Duration readyFor,
        int readyCompetencies,
        int slippingCompetencies) {

    /** As the school has chosen for a subject. */
    static Thresholds chosen(ChoiceBook choices, String subject, Instant now) {
        Place place = Place.DISTRICT.subject(subject);
        int tries = choices.inForce(Settings.STUCK_TRIES, place, now);
        return USUAL.with(tries, Duration.ofDays(choices.inForce(Settings.STALLED_DAYS, place, now)));
    }

    private Thresholds with(int newTries, Duration newPause) {
        return new Thresholds(
                newTries,
                Math.min(lastTries, newTries - 1),
                Math.max(spinningTries, newTries),
                recent,
                current,
                swing,
                newPause,
                pauseQuantile,
                racingMasteries,
                racingWithin,
                recallShare,
                recall,
                restAfterShown,
                readyFor,
                readyCompetencies,
                slippingCompetencies);
    }

    static final Thresholds USUAL = new Thresholds(
            4,
            3,
            10,
            Duration.ofDays(90),
            Duration.ofDays(28),
            1.5,
            Duration.ofDays(21),
            0.95,
            4,
            Duration.ofDays(90),
            0.8,
            0.9,
            Duration.ofDays(180),
            Duration.ofDays(42),
            4,
            4);
}
