package org.ownpath.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Well-known rules for a scale whose mastery level is given. In all of them a professional judgement may decide. Those of
 * other systems reproduce their arithmetic; what cannot be said of ratings is named in docs/engine/rules.md.
 */
public final class Presets {

    /** The id of the rule for a school that has not chosen. */
    public static final String DEFAULT_ID = "best-2";

    private Presets() {}

    /**
     * All presets: ours from the simplest to the most demanding, then those of other systems, group by group. Rules that
     * need a scale above 0 are left out where the threshold is not.
     */
    public static List<Preset> forThreshold(double threshold) {
        return Stream.of(
                        ours(threshold),
                        PresetsElsewhere.gradebooks(threshold),
                        PresetsElsewhere.practice(threshold),
                        PresetsElsewhere.platforms(threshold))
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<Preset> find(String id, double threshold) {
        return forThreshold(threshold).stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst();
    }

    private static List<Preset> ours(double threshold) {
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
                preset("average", "Average", "Every rating counts alike.", new Aggregation.Mean(), once),
                preset(
                        "middle",
                        "Middle",
                        "The middle rating counts; one odd day does no harm.",
                        new Aggregation.Median(),
                        once.times(3)),
                preset(
                        "most-frequent",
                        "Most frequent",
                        "The rating given most often counts; of equals the higher.",
                        new Aggregation.Mode(),
                        once.times(3)),
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
        return new Preset(
                id,
                "Ownpath",
                title,
                summary,
                Rule.of(aggregation, requirements).withJudgementOverrides(true));
    }
}
