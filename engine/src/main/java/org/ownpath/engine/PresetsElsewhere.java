package org.ownpath.engine;

import java.util.ArrayList;
import java.util.List;

/** The rules of other systems, from their formulas. */
final class PresetsElsewhere {

    private PresetsElsewhere() {}

    static List<Preset> gradebooks(double threshold) {
        List<Preset> presets = new ArrayList<>(canvas(threshold));
        presets.add(slate(threshold));
        presets.add(marzano(threshold));
        return presets;
    }

    private static List<Preset> canvas(double threshold) {
        return List.of(
                canvas(
                        "weighted-average",
                        "weighted average",
                        "The latest rating has 65% of the weight, the average of all earlier ones the rest.",
                        new Aggregation.WeightedAverage(0.65),
                        threshold),
                canvas(
                        "decaying-average",
                        "decaying average",
                        "Each new rating has 65% of the weight and what was before it the rest.",
                        new Aggregation.DecayingAverage(0.65),
                        threshold),
                canvas(
                        "n-mastery",
                        "number of times",
                        "Shown well five times; only those ratings count, and weaker ones do no harm.",
                        new Attempts.NMastery(5, threshold),
                        threshold),
                canvas("highest", "highest", "The best that was ever shown.", new Aggregation.Highest(), threshold),
                canvas("latest", "most recent", "What was shown last.", new Aggregation.Latest(), threshold),
                canvas("average", "average", "Every rating counts alike.", new Aggregation.Mean(), threshold));
    }

    private static Preset canvas(
            String method, String title, String summary, Aggregation aggregation, double threshold) {
        return preset(
                "Canvas",
                "canvas-" + method,
                "Canvas: " + title,
                summary + " Rounded to two decimals.",
                Rule.of(new Rounded(aggregation, 2), Requirements.reaching(threshold)));
    }

    private static Preset slate(double level) {
        double passes = Math.max(Limit.RATING.low(), level - 0.5);
        return preset(
                "Slate",
                "slate",
                "Slate (Building 21): best two within half a level",
                "Shown at least twice, and the average of the best two, to one decimal, is at most half a level below.",
                Rule.of(
                        new Rounded(new Aggregation.BestN(2), 1),
                        Requirements.reaching(passes).times(2)));
    }

    private static Preset marzano(double threshold) {
        return preset(
                "Marzano",
                "marzano",
                "Marzano: trend of the ratings",
                "A curve through all ratings says where the student is now; it wants at least four of them.",
                Rule.of(
                        new Estimate.PowerLaw(0.5),
                        Requirements.reaching(threshold).times(4)));
    }

    static List<Preset> practice(double threshold) {
        List<Preset> presets = new ArrayList<>();
        for (int row : new int[] {2, 3, 5, 10}) {
            presets.add(preset(
                    "Kolibri",
                    "kolibri-" + row + "-in-a-row",
                    "Kolibri: " + row + " in a row",
                    "Shown well " + row + " times one after the other; once reached, it stays.",
                    Rule.of(new Attempts.LastN(row, threshold, true), Requirements.reaching(row))));
        }
        presets.add(preset(
                "Kolibri",
                "kolibri-3-of-5",
                "Kolibri: 3 of 5",
                "Shown well in three of any five attempts in a row; once reached, it stays.",
                Rule.of(new Attempts.LastN(5, threshold, true), Requirements.reaching(3))));
        presets.add(preset(
                "Kolibri",
                "kolibri-all",
                "Kolibri: all",
                "Every attempt has to be shown well; a single weak one is not forgotten.",
                Rule.of(new Aggregation.Lowest(), Requirements.reaching(threshold))));
        presets.add(preset(
                "OATutor",
                "oatutor",
                "OATutor: 95% sure of mastery",
                "A model of learning, guessing and slipping has to be 95% sure that it is mastered.",
                Rule.of(new Estimate.KnowledgeTracing(threshold, 0.1, 0.1, 0.1, 0.1, 0), Requirements.reaching(0.95))));
        return presets;
    }

    static List<Preset> platforms(double threshold) {
        List<Preset> presets = new ArrayList<>(List.of(
                preset(
                        "Moodle",
                        "moodle",
                        "Moodle: the first rating stands",
                        "The first rating stands until a person decides otherwise; later ratings change nothing.",
                        Rule.of(new Aggregation.First(), Requirements.reaching(threshold))),
                preset(
                        "Open edX",
                        "openedx",
                        "Open edX: latest grade",
                        "The latest grade has to reach the level.",
                        Rule.of(new Aggregation.Latest(), Requirements.reaching(threshold))),
                preset(
                        "MasteryTrack",
                        "masterytrack",
                        "MasteryTrack: all of it, right, at a sitting",
                        "Yes or no by the latest summative assessment; it has to be rated as a whole.",
                        Rule.of(new Aggregation.Latest(), Requirements.reaching(threshold))
                                .withCounting(Counting.everything().onlyPurposes(Purpose.SUMMATIVE)))));
        if (Limit.POSITIVE.holds(threshold)) {
            presets.add(preset(
                    "PrairieLearn",
                    "prairielearn",
                    "PrairieLearn: points by practice",
                    "Each perfect attempt in a row earns more; six points are needed, and points are never lost.",
                    Rule.of(new Progress.PracticePoints(threshold, 1, 6), Requirements.reaching(6))));
            presets.add(preset(
                    "Artemis",
                    "artemis",
                    "Artemis: progress and confidence",
                    "The average in percent, a quarter more or less as recent work is better or worse, reaches 100.",
                    Rule.of(new Progress.ConfidentProgress(threshold), Requirements.reaching(100))));
        }
        return presets;
    }

    private static Preset preset(String group, String id, String title, String summary, Rule rule) {
        return new Preset(id, group, title, summary, rule.withJudgementOverrides(true));
    }
}
