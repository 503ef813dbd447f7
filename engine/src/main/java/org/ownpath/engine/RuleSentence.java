package org.ownpath.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says a rule in plain English. */
final class RuleSentence {

    private RuleSentence() {}

    static String of(Rule rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add(mastery(rule));
        rule.requirements()
                .freshDays()
                .ifPresent(days -> sentences.add("It has to be shown again when "
                        + Wording.counted(days, "day has", "days have") + " passed since it was last "
                        + (rule.aggregation().reaching().isPresent() ? "" : "shown ") + well(rule) + "."));
        counting(rule.counting(), sentences);
        if (rule.judgementOverrides()) {
            sentences.add("A professional judgement can decide otherwise.");
        }
        return String.join(" ", sentences);
    }

    private static String mastery(Rule rule) {
        Requirements required = rule.requirements();
        List<String> parts = new ArrayList<>();
        parts.add("Mastered when " + rule.aggregation().words() + " is " + Wording.number(required.threshold())
                + " or higher");
        parts.add("shown at least " + Wording.times(required.count()));
        required.forms().forEach(form -> parts.add("at least once in " + form.withArticle()));
        required.depth()
                .ifPresent(depth -> parts.add("at least once " + well(rule) + " at the depth of " + depth.doing()));
        if (required.contexts() > 1) {
            parts.add("in at least " + required.contexts() + " different settings");
        }
        if (required.observers() > 1) {
            parts.add("seen by at least " + required.observers() + " different people");
        }
        required.minimumRating().ifPresent(rating -> parts.add("with no rating in it below " + Wording.number(rating)));
        return String.join(", ", parts) + ".";
    }

    private static String well(Rule rule) {
        return rule.aggregation().reaching().isPresent()
                ? "rated " + Wording.number(rule.cut()) + " or higher"
                : "this well";
    }

    private static void counting(Counting counting, List<String> sentences) {
        only("work of these kinds: ", counting.forms(), sentences);
        only("work at these depths: ", counting.depths(), sentences);
        only("work for these purposes: ", counting.purposes(), sentences);
        only("work in these settings: ", counting.contexts(), sentences);
        if (!counting.observers().isEmpty()) {
            sentences.add("Only what " + Wording.counted(counting.observers().size(), "named person", "named people")
                    + " observed counts.");
        }
        counting.windowDays()
                .ifPresent(days ->
                        sentences.add("Only the last " + Wording.counted(days, "day counts", "days count") + "."));
        counting.missedCountsAs()
                .ifPresent(value -> sentences.add("A missed chance counts as " + Wording.number(value) + "."));
    }

    private static void only(String what, Set<? extends Coded> words, List<String> sentences) {
        if (!words.isEmpty()) {
            sentences.add("Only " + what
                    + Wording.and(words.stream().map(Coded::words).toList()) + ".");
        }
    }
}
