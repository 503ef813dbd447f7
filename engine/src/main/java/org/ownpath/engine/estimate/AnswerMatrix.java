package org.ownpath.engine.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Answers of many people to the same items, one byte each: the category from 0, or {@link #MISSING}. For right or wrong
 * answers 0 is wrong and 1 is right. A missing answer says nothing, so it should be missing for a reason that has nothing
 * to do with ability.
 */
public final class AnswerMatrix {

    /** The answer of somebody who was not asked. */
    public static final byte MISSING = -1;

    private static final int MOST_CATEGORIES = 15;

    private final List<String> items;
    private final byte[] answers;

    private AnswerMatrix(List<String> items, byte[] answers) {
        this.items = List.copyOf(items);
        this.answers = answers;
    }

    /**
     * A matrix of answers, person after person. The array is taken over, not copied; leave it alone afterwards.
     *
     * @param items the items' names, one a column
     * @param answers people times items categories, each from 0 to 14 or {@link #MISSING}
     * @throws IllegalArgumentException if there are no items or people, a row is incomplete or a category is out of range
     */
    public static AnswerMatrix of(List<String> items, byte[] answers) {
        if (items.isEmpty() || answers.length == 0 || answers.length % items.size() != 0) {
            throw new IllegalArgumentException(answers.length + " answers do not fill rows of " + items.size()
                    + " items. Give every person an answer for every item, missing ones as -1.");
        }
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] < MISSING || answers[i] >= MOST_CATEGORIES) {
                throw new IllegalArgumentException("Answer " + answers[i] + " of person " + (i / items.size() + 1)
                        + " to item '" + items.get(i % items.size()) + "' is no category. Use 0 to "
                        + (MOST_CATEGORIES - 1) + ", or -1 for a missing answer.");
            }
        }
        return new AnswerMatrix(items, answers);
    }

    /** The items' names in the order of the columns. */
    public List<String> items() {
        return items;
    }

    /** How many people answered. */
    public int people() {
        return answers.length / items.size();
    }

    /** The category of this person's answer to this item, both from 0, or {@link #MISSING}. */
    public byte answer(int person, int item) {
        return answers[person * items.size() + item];
    }

    /** How often each category of an item was given; as long as the highest category given asks for. */
    int[] counts(int item) {
        int[] counts = new int[MOST_CATEGORIES];
        int categories = 0;
        for (int at = item; at < answers.length; at += items.size()) {
            if (answers[at] != MISSING) {
                counts[answers[at]]++;
                categories = Math.max(categories, answers[at] + 1);
            }
        }
        return Arrays.copyOf(counts, categories);
    }

    /** Answers given, missing ones aside. */
    int given() {
        int given = 0;
        for (byte answer : answers) {
            given += answer == MISSING ? 0 : 1;
        }
        return given;
    }
}
