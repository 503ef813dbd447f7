package org.ownpath.insight;

import java.time.Instant;
import java.util.List;
import org.ownpath.policy.Adoption;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.RuleBook;

/**
 * Rules that somebody thinks of adopting.
 *
 * @param title what it is called, in a few words
 * @param choices the rules; settings say nothing about what is mastered, and are left out
 */
public record Proposal(String title, ChoiceDraft choices) {

    /** Keeps the rules only. */
    public Proposal {
        choices = new ChoiceDraft(List.of(), choices.rules());
    }

    /** The rules of a draft, called after the only one or after their number. */
    public static Proposal of(ChoiceDraft draft) {
        List<ChoiceDraft.RuleChange> rules = draft.rules();
        return new Proposal(rules.size() == 1 ? rules.get(0).title() : rules.size() + " rules of a draft", draft);
    }

    /** The rule book as it would be, had this been adopted at that moment. */
    RuleBook adoptedInto(RuleBook book, Instant at) {
        return book.with(choices, Adoption.trial(at));
    }
}
