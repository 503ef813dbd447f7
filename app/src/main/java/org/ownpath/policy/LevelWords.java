package org.ownpath.policy;

import java.util.Optional;

/** How a rating on a scale is said. */
public enum LevelWords {
    NUMBERS,
    WORDS,
    BOTH;

    /**
     * A result as it is said.
     *
     * @param number with its number, such as "rated 3"
     * @param name the name of the level that was rated, where it is one: "Proficient"
     */
    public String say(String number, Optional<String> name) {
        if (name.isEmpty() || this == NUMBERS) {
            return number;
        }
        return this == WORDS ? name.get() : number + ", " + name.get();
    }
}
