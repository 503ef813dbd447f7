package org.ownpath.assessment.items;

import java.util.List;

/**
 * Questions that come from elsewhere, for one bank.
 *
 * @param words the bank's; one with the same title and subject is filled up, otherwise a new one is made
 */
public record BankDraft(Bank.Words words, List<Question> questions) {

    /** Keeps a copy. */
    public BankDraft {
        questions = List.copyOf(questions);
    }

    /** A question and how hard it is held to be. */
    public record Question(Item.Content content, org.ownpath.engine.estimate.Item curve) {}
}
