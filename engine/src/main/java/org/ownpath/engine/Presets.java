package org.ownpath.engine;

import java.util.List;
import java.util.Optional;

/** Well-known rules for a scale whose mastery level is given. In all of them a professional judgement may decide. */
public final class Presets {

    /** The id of the rule for a school that has not chosen. */
    public static final String DEFAULT_ID = "best-2";

    private Presets() {}

    /** All presets, from the simplest to the most demanding. */
    public static List<Preset> forThreshold(double threshold) {
        Requirements once = Requirements.reaching(threshold);
        return List.of(
                preset("latest", "Latest", "What was shown last is what counts.", new Aggregation.Latest(), once),
                preset("highest", "Highest", "The best that was ever shown counts.", new Aggregation.Highest(), once),
                preset(
                        "best-2",
                        "Best two",
                        "Shown at least twice, and the average of the best two counts; early attempts do no harm.",
                        new Aggregation.BestN(2),
                        once.times(2)),
                preset(
                        "decaying-average",
                        "Decaying average",
                        "Every rating counts, the newer the more; the decaying average of Canvas.",
                        new Aggregation.DecayingAverage(0.65),
                        once),
                preset(
                        "driving-licence",
                        "Driving licence",
                        "Written and practical, applied, in two settings, seen by two people, and shown within a year.",
                        new Aggregation.BestN(2),
                        drivingLicence(once)));
    }

    public static Optional<Preset> find(String id, double threshold) {
        return forThreshold(threshold).stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst();
    }

    private static Requirements drivingLicence(Requirements once) {
        return once.times(2)
                .withForm(Form.TEST)
                .withForm(Form.PERFORMANCE_TASK)
                .atDepth(Depth.APPLY)
                .inContexts(2)
                .byObservers(2)
                .freshFor(365);
    }

    private static Preset preset(
            String id, String title, String summary, Aggregation aggregation, Requirements requirements) {
        return new Preset(id, title, summary, Rule.of(aggregation, requirements).withJudgementOverrides(true));
    }
}
