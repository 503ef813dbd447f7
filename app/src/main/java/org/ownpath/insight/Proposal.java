package org.ownpath.insight;

import java.time.Instant;
import org.ownpath.policy.Adoption;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.RuleBook;

/**
 * What somebody thinks of adopting.
 *
 * @param title what it is called, in a few words
 * @param choices rules of mastery, and other answers to settings
 */
public record Proposal(String title, ChoiceDraft choices) {

    private static final int LONGEST = 80;

    /** A whole draft, called after its only change or after their number. */
    public static Proposal of(ChoiceDraft draft) {
        return new Proposal(draft.size() == 1 ? only(draft) : "A draft of " + draft.size() + " changes", draft);
    }

    private static String only(ChoiceDraft draft) {
        if (!draft.rules().isEmpty()) {
            return draft.rules().get(0).title();
        }
        ChoiceDraft.SettingChange<?> change = draft.settings().get(0);
        String answer = change.words();
        return answer.length() <= LONGEST ? answer : change.setting().question();
    }

    /** What is asked, in a sentence. */
    public String question() {
        return choices.size() == 1
                ? "What if it were '" + title + "'?"
                : "What if these " + choices.size() + " changes were made?";
    }

    /** The rule book as it would be, had this been adopted at that moment. */
    RuleBook adoptedInto(RuleBook book, Instant at) {
        return book.with(choices, Adoption.trial(at));
    }
}
