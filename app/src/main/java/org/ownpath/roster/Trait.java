package org.ownpath.roster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a roster may tell of students so that outcomes can be told by subgroup. Of each, one value of a short list. */
public enum Trait {
    SEX("sex", Map.entry("female", "Female"), Map.entry("male", "Male"), Map.entry("other", "Other")),
    ETHNICITY(
            "race and ethnicity",
            Map.entry("hispanic", "Hispanic or Latino, of any race"),
            Map.entry("american-indian", "American Indian or Alaska Native"),
            Map.entry("asian", "Asian"),
            Map.entry("black", "Black or African American"),
            Map.entry("pacific-islander", "Native Hawaiian or Other Pacific Islander"),
            Map.entry("white", "White"),
            Map.entry("two-or-more", "Two or more races")),
    ENGLISH_LEARNER("English learner", Map.entry("yes", "English learners"), Map.entry("no", "Not English learners")),
    ECONOMIC_DISADVANTAGE(
            "economic disadvantage",
            Map.entry("yes", "Economically disadvantaged"),
            Map.entry("no", "Not economically disadvantaged"));

    private final String words;
    private final Map<String, String> values;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Trait(String words, Map.Entry<String, String>... values) {
        this.words = words;
        this.values = new LinkedHashMap<>();
        List.of(values).forEach(value -> this.values.put(value.getKey(), value.getValue()));
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As an address has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values in their order. */
    public List<String> choices() {
        return List.copyOf(values.keySet());
    }

    /** A value as a person reads it. */
    public String words(String value) {
        return values.getOrDefault(value, "Not stated");
    }

    /** What a code names. */
    public static Optional<Trait> ofCode(String code) {
        return Arrays.stream(values())
                .filter(trait -> trait.code().equals(code))
                .findFirst();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
