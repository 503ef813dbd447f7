package org.ownpath.engine.adaptive;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a test keeps its best items from being asked too often. */
public sealed interface Exposure {

    /**
     * Picks the item to ask.
     *
     * @return its number, or {@link Candidates#NONE} if none may be asked
     */
    int pick(Candidates candidates, RandomGenerator random);

    /** No control: always the most informative item. */
    record Unlimited() implements Exposure {
        @Override
        public int pick(Candidates candidates, RandomGenerator random) {
            return candidates.take();
        }
    }

    /**
     * One of the best, each as likely as the others. Source: G. G. Kingsbury and A. R. Zara, Procedures for selecting
     * items for computerized adaptive tests, Applied Measurement in Education 2, 1989.
     *
     * @param best how many to choose from, from 1 to 100
     */
    record Randomesque(int best) implements Exposure {

        /** Refuses a number that nothing can be chosen from. */
        public Randomesque {
            if (best < 1 || best > 100) {
                throw new IllegalArgumentException(
                        "One of the best " + best + " items cannot be chosen. Use a number from 1 to 100.");
            }
        }

        @Override
        public int pick(Candidates candidates, RandomGenerator random) {
            int[] taken = new int[best];
            int count = 0;
            while (count < best) {
                int item = candidates.take();
                if (item == Candidates.NONE) {
                    break;
                }
                taken[count++] = item;
            }
            return count == 0 ? Candidates.NONE : taken[random.nextInt(count)];
        }
    }

    /**
     * The most informative item is asked with a chance of its own, or else set aside for the rest of the test and the
     * next best is tried. Source: J. B. Sympson and R. D. Hetter, Controlling item-exposure rates in computerized
     * adaptive testing, 1985. {@link SympsonHetterCalibration} finds the chances for a target rate.
     *
     * @param chances for each item of the bank in its order; above 0 and at most 1
     */
    record SympsonHetter(List<Double> chances) implements Exposure {

        /** Refuses chances that are none. */
        public SympsonHetter {
            chances = List.copyOf(chances);
            for (double chance : chances) {
                if (!(chance > 0 && chance <= 1)) {
                    throw new IllegalArgumentException(
                            "Chance " + chance
                                    + " is not above 0 and at most 1. Leave an item out of the bank if it should not be asked.");
                }
            }
        }

        @Override
        public int pick(Candidates candidates, RandomGenerator random) {
            int item = candidates.take();
            while (item != Candidates.NONE && random.nextDouble() >= chances.get(item)) {
                candidates.setAside(item);
                item = candidates.take();
            }
            return item;
        }
    }
}
