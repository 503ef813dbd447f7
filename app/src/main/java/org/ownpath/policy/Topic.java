package org.ownpath.policy;

import java.util.List;

/**
 * One thing that drafted answers would change for students, told apart from the others.
 *
 * @param code as files and addresses name it; never changed
 * @param title "What is noticed"
 * @param unit what is counted, in the plural: "signals"
 * @param meaning what was replayed, and what it leaves out
 * @param settings on whose answers it depends
 */
public record Topic(String code, String title, String unit, String meaning, List<Setting<?>> settings) {

    /** Keeps its own copy of the settings. */
    public Topic {
        settings = List.copyOf(settings);
    }

    /** Whether a draft answers one of its questions. */
    public boolean isIn(ChoiceDraft draft) {
        return draft.settings().stream()
                .anyMatch(change -> settings.stream()
                        .anyMatch(
                                setting -> setting.id().equals(change.setting().id())));
    }
}
