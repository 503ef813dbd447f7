package org.ownpath.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why nothing can be counted of what another answer would change. Of every other setting something is foretold. */
public enum Uncounted {
    SAID("It changes how something is said or shown, and nothing of what stands. There is nothing to count."),
    FROM_THEN_ON("It says what may be done from then on, and what was done stays. What people would have done otherwise"
            + " is in no record, so nothing can be counted."),
    ANSWERS(
            "Tests from then on ask more or fewer questions. What students would have answered is in no record, so nothing"
                    + " can be counted."),
    WITHHELD("It says which figures are withheld, and changes none of them.");

    private static final Map<Uncounted, List<Setting<?>>> SETTINGS = new EnumMap<>(Map.of(
            SAID,
            List.of(
                    Settings.GRADE_LABELS,
                    Settings.YEAR,
                    Settings.TERMS,
                    Settings.RATING_LEVELS,
                    Settings.LEVEL_WORDS,
                    Settings.REPORTED_APART,
                    Settings.LETTERS,
                    Settings.SKILLS_BY_AREA,
                    Settings.SHOWS_REFRESH,
                    Settings.BESIDE_BIRTHDAY),
            FROM_THEN_ON,
            List.of(
                    Settings.HOURS,
                    Settings.JUDGES,
                    Settings.REVIEW_DAYS,
                    Settings.READINESS_GATE,
                    Settings.ACROSS_SUBJECTS,
                    Settings.OUTSIDE_ACTIVITIES,
                    Settings.OUTSIDE_ASSESSORS),
            ANSWERS,
            List.of(Settings.TEST_LENGTH, Settings.TEST_PRECISION),
            WITHHELD,
            List.of(Settings.SMALLEST_GROUP)));

    private final String why;

    Uncounted(String why) {
        this.why = why;
    }

    /** In a sentence. */
    public String why() {
        return why;
    }

    /** Why nothing is foretold of this setting; empty where something is. */
    public static Optional<Uncounted> of(Setting<?> setting) {
        return SETTINGS.entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(own -> own.id().equals(setting.id())))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
