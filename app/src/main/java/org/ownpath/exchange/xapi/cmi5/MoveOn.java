package org.ownpath.exchange.xapi.cmi5;

import java.util.Arrays;
import java.util.Optional;

/** What somebody has to do in a unit before it counts as satisfied. */
public enum MoveOn {
    PASSED("Passed", "Satisfied when passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return passed;
        }
    },
    COMPLETED("Completed", "Satisfied when done to the end") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed;
        }
    },
    COMPLETED_AND_PASSED("CompletedAndPassed", "Satisfied when done to the end and passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed && passed;
        }
    },
    COMPLETED_OR_PASSED("CompletedOrPassed", "Satisfied when done to the end or passed") {
        @Override
        boolean met(boolean completed, boolean passed) {
            return completed || passed;
        }
    },
    NOT_APPLICABLE("NotApplicable", "For whoever likes: the course can do without it") {
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

    /** As a person reads it, a sentence without its full stop. */
    public String words() {
        return words;
    }

    abstract boolean met(boolean completed, boolean passed);

    static Optional<MoveOn> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
