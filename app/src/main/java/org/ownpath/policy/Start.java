package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;

/**
 * A way of running a school that many know, for a draft to start from: its rule of mastery, and what goes with it.
 *
 * @param code as addresses name it
 * @param rule the id of the preset that is its rule
 */
public record Start(
        String code, String title, String summary, String rule, List<ChoiceDraft.SettingChange<?>> settings) {

    private static final List<Start> ALL = List.of(
            new Start(
                    "own-path",
                    "Own pace, own path",
                    "The best two showings count. Students ask when they are ready, design projects and put work forward.",
                    Presets.DEFAULT_ID,
                    List.of(
                            change(Settings.WORKING_LEVEL, WorkingLevel.FRONTIER),
                            change(Settings.ASKS, true),
                            change(Settings.OWN_TESTS, true),
                            change(Settings.OWN_PROJECTS, true),
                            change(Settings.NOMINATES, true),
                            change(Settings.PRIOR_LEARNING, true),
                            change(Settings.SEES_AHEAD, true))),
            new Start(
                    "canvas",
                    "As in Canvas",
                    "The decaying average of Canvas. Teachers set the work; ratings are said in numbers and words.",
                    "canvas-decaying-average",
                    List.of(
                            change(Settings.LEVEL_WORDS, LevelWords.BOTH),
                            change(Settings.ASKS, false),
                            change(Settings.OWN_TESTS, true),
                            change(Settings.DAYS_BETWEEN_TESTS, 0))),
            new Start(
                    "slate",
                    "As in Slate",
                    "The best two showings within half a level, as at Building 21. One level at a time, in numbers.",
                    "slate",
                    List.of(
                            change(Settings.WORKING_LEVEL, WorkingLevel.AFTER_COMPLETE),
                            change(Settings.LEVEL_WORDS, LevelWords.NUMBERS),
                            change(Settings.ASKS, true))),
            new Start(
                    "moodle",
                    "As in Moodle",
                    "The first rating stands until a person decides otherwise. Students bring in what they learnt before.",
                    "moodle",
                    List.of(
                            change(Settings.LEVEL_WORDS, LevelWords.WORDS),
                            change(Settings.ASKS, true),
                            change(Settings.PRIOR_LEARNING, true))),
            new Start(
                    "kolibri",
                    "As in Kolibri",
                    "Three of five attempts shown well. Students practise by themselves, as often as they like.",
                    "kolibri-3-of-5",
                    List.of(
                            change(Settings.OWN_TESTS, true),
                            change(Settings.DAYS_BETWEEN_TESTS, 0),
                            change(Settings.ASKS, false))));

    /** Keeps its own copy of the settings. */
    public Start {
        settings = List.copyOf(settings);
    }

    /** All of them, Ownpath's own first. */
    public static List<Start> all() {
        return ALL;
    }

    /** The one with this code. */
    public static Optional<Start> find(String code) {
        return ALL.stream().filter(start -> start.code().equals(code)).findFirst();
    }

    /** All of it as a draft, on a scale whose mastery level is given. */
    public ChoiceDraft draft(double threshold) {
        Preset preset = Presets.find(rule, threshold).orElseThrow();
        return new ChoiceDraft(
                settings,
                List.of(new ChoiceDraft.RuleChange(Scope.district(), preset.title(), preset.rule(), false, false)));
    }

    private static <V> ChoiceDraft.SettingChange<V> change(Setting<V> setting, V value) {
        return new ChoiceDraft.SettingChange<>(setting, Scope.district(), Optional.of(value), false);
    }
}
