package org.ownpath.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How numbers and lists are said in a sentence. */
final class Wording {

    private Wording() {}

    /** At most two decimals, rounded down so that a value just below a threshold is never said to have reached it. */
    static String number(double value) {
        BigDecimal floor = BigDecimal.valueOf(value + Requirements.TOLERANCE).setScale(2, RoundingMode.FLOOR);
        return floor.signum() == 0 ? "0" : floor.stripTrailingZeros().toPlainString();
    }

    static String percent(double share) {
        return number(share * 100) + "%";
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** "a, b and c". */
    static String and(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
