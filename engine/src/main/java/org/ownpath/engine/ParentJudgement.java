package org.ownpath.engine;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What its children make of a parent. It is worked out anew from them, so a parent falls when a child falls.
 *
 * @param state mastered; needs a refresh if it stands only because of children that need one; not yet if all that was
 *     tried does not suffice; too little evidence if something is still to be tried; no evidence if nothing was tried
 * @param value the rule's value, where it has one: points, an average
 * @param checks all that the rule asks for, held against the children
 */
public record ParentJudgement(ParentRule rule, State state, OptionalDouble value, List<Check> checks) {

    public ParentJudgement {
        checks = List.copyOf(checks);
    }

    /** One thing asked of the children, and how it stands. */
    public record Check(String words, boolean met) {}

    /** What is not met, in the rule's order. */
    public List<Check> unmet() {
        return checks.stream().filter(check -> !check.met()).toList();
    }

    /** One sentence: "Not yet: “Adding” is mastered; 3 of 5 points." */
    public String sentence() {
        String outcome = state.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + state.words().substring(1);
        String reasons = checks.stream().map(Check::words).collect(Collectors.joining("; "));
        return reasons.isEmpty() ? outcome + "." : outcome + ": " + reasons + ".";
    }
}
