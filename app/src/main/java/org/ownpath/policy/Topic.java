package org.ownpath.policy;

import java.util.List;

/**
 * One thing that a draft would change for students, told apart from the others.
 *
 * @param words how it is named and counted
 * @param settings on whose answers it depends
 * @param byRules whether rules of mastery alone may change it
 */
public record Topic(Words words, List<Setting<?>> settings, boolean byRules) {

    /**
     * How a topic is named and counted.
     *
     * @param code as files and addresses name it; never changed
     * @param title "What is noticed"
     * @param unit what is counted, in the plural: "signals"
     * @param nothing what a student has of whom nothing is told: "nothing is noticed"
     * @param meaning what was replayed, and what it leaves out
     */
    public record Words(String code, String title, String unit, String nothing, String meaning) {}

    /** Keeps its own copy of the settings. */
    public Topic {
        settings = List.copyOf(settings);
    }

    /** A topic that answers alone can change. */
    public static Topic ofAnswers(Words words, Setting<?>... settings) {
        return new Topic(words, List.of(settings), false);
    }

    /** A topic that rules of mastery change as well as answers. */
    public static Topic ofRulesAndAnswers(Words words, Setting<?>... settings) {
        return new Topic(words, List.of(settings), true);
    }

    /** As files and addresses name it. */
    public String code() {
        return words.code();
    }

    /** Whether it tells what an answer to this setting does. */
    public boolean tells(Setting<?> setting) {
        return settings.stream().anyMatch(own -> own.id().equals(setting.id()));
    }

    /** Whether a draft may change it. */
    public boolean isIn(ChoiceDraft draft) {
        return (byRules && !draft.rules().isEmpty())
                || draft.settings().stream().anyMatch(change -> tells(change.setting()));
    }

    /** What a student has of whom nothing is told. */
    public Foretold.Side nothing() {
        return new Foretold.Side(0, words.nothing());
    }
}
