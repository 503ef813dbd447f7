package org.ownpath.exchange.xapi.cmi5;

import java.util.Arrays;
import java.util.Optional;

/** What somebody has to do in a unit before it counts as satisfied. */
public enum MoveOn {
    PASSED("Passed", "passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return passed;
        }
    },
    COMPLETED("Completed", "done to the end") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed;
        }
    },
    COMPLETED_AND_PASSED("CompletedAndPassed", "done to the end and passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed && passed;
        }
    },
    COMPLETED_OR_PASSED("CompletedOrPassed", "done to the end or passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed || passed;
        }
    },
    NOT_APPLICABLE("NotApplicable", "open to whoever likes, and needed by nobody") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return true;
        }
    };

    private final String code;
    private final String words;

    MoveOn(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** As the standard writes it. */
    public String code() {
        return code;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    abstract boolean met(boolean completed, boolean passed);

    static Optional<MoveOn> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
