package org.ownpath.exchange.qti;

import java.util.Arrays;
import java.util.Optional;
import org.ownpath.assessment.items.Item;

/** The words that IEEE 1484.12.1 (LOM) has for difficulty. */
final class Lom {

    private Lom() {}

    static String words(Item.Difficulty difficulty) {
        return switch (difficulty) {
            case VERY_EASY -> "very easy";
            case EASY -> "easy";
            case MIDDLING -> "medium";
            case HARD -> "difficult";
            case VERY_HARD -> "very difficult";
        };
    }

    static Optional<Item.Difficulty> difficulty(String words) {
        return Arrays.stream(Item.Difficulty.values())
                .filter(each -> words(each).equals(words))
                .findFirst();
    }
}
