package org.ownpath.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The judgements of a parent's children by their ids, in their order. */
record Children(Map<String, Judgement> byId) {

    Children {
        byId = new LinkedHashMap<>(byId);
    }

    Judgement get(String id) {
        Judgement child = byId.get(id);
        if (child == null) {
            throw new IllegalArgumentException("The rule names the child '" + id + "', and only " + byId.keySet()
                    + " were judged. Judge it too, also without evidence, or take it out of the rule.");
        }
        return child;
    }

    State state(String id) {
        return get(id).state();
    }

    /** The state of a rule that asks only which of its children stand. */
    State state(Iterable<String> asked, Predicate<Predicate<String>> rule) {
        if (rule.test(id -> state(id) == State.MASTERED)) {
            return State.MASTERED;
        }
        if (rule.test(id -> state(id).standing())) {
            return State.NEEDS_REFRESH;
        }
        boolean any = false;
        boolean all = true;
        for (String id : asked) {
            boolean tried = state(id) != State.NO_EVIDENCE;
            any |= tried;
            all &= tried;
        }
        return !any ? State.NO_EVIDENCE : all ? State.NOT_YET : State.TOO_LITTLE_EVIDENCE;
    }

    ParentJudgement.Check check(String id) {
        return new ParentJudgement.Check(
                "“" + id + "”: " + state(id).words(), state(id).standing());
    }
}
