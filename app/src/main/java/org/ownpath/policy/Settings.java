package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue: every setting that the product reads, by design choice. A setting that nothing reads has no place here.
 * The constants stand with their design choice, and are read here: {@code Settings.WORKING_LEVEL}.
 */
public final class Settings
        implements StructureSettings,
                CourseSettings,
                CalendarSettings,
                GradingSettings,
                ProgressSettings,
                SupportSettings,
                ChoiceSettings,
                ConnectionSettings,
                OpportunitySettings,
                AssessmentSettings {

    private static final List<Setting<?>> ALL = Stream.of(
                    StructureSettings.ALL,
                    CourseSettings.ALL,
                    CalendarSettings.ALL,
                    GradingSettings.ALL,
                    ProgressSettings.ALL,
                    SupportSettings.ALL,
                    ChoiceSettings.ALL,
                    ConnectionSettings.ALL,
                    OpportunitySettings.ALL,
                    AssessmentSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private Settings() {}

    /** All of them, in the order of the ten choices. */
    public static List<Setting<?>> all() {
        return ALL;
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
}
