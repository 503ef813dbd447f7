package org.ownpath.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue: every setting that the product reads, by design choice. A setting that nothing reads has no place here. */
public final class Settings {

    private static final List<Setting<?>> ALL = new ArrayList<>();

    private static final Set<Scope.Kind> ANY_PART =
            Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.SUBJECT, Scope.Kind.STUDENT);

    /** How the level that a student works at is found. */
    public static final Setting<WorkingLevel> WORKING_LEVEL = add(new Setting<>(
            "structure.working-level",
            DesignChoice.STRUCTURE,
            "At which level does a student work?",
            "My path says it for each subject, and marks it on the ladder.",
            new Values.OneOf<>(List.of(
                    new Option<>(
                            WorkingLevel.FRONTIER,
                            "frontier",
                            "At every level with something begun",
                            "A student can be in the 6th and 7th grade of mathematics at once."),
                    new Option<>(
                            WorkingLevel.AFTER_COMPLETE,
                            "after-complete",
                            "At the first level that is not complete",
                            "One level, whatever is begun above it."),
                    new Option<>(
                            WorkingLevel.MAJORITY,
                            "majority",
                            "At the level with most of the work",
                            "One level: of those with something begun, the one with the most."))),
            WorkingLevel.FRONTIER,
            ANY_PART));

    private Settings() {}

    /** All of them, in the order of the ten choices. */
    public static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** Those of one design choice. */
    public static List<Setting<?>> of(DesignChoice choice) {
        return ALL.stream().filter(setting -> setting.choice() == choice).toList();
    }

    /** The setting with this id. */
    public static Optional<Setting<?>> find(String id) {
        for (Setting<?> setting : ALL) {
            if (setting.id().equals(id)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    private static <V> Setting<V> add(Setting<V> setting) {
        ALL.add(setting);
        return setting;
    }
}
