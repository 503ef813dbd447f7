package org.ownpath.assessment.items;

import org.ownpath.shared.BankId;

/**
 * The questions that a school keeps for some competencies.
 *
 * @param open whether students may start a test on it of their own accord
 * @param drafts questions that no test asks yet
 * @param released questions that tests draw on
 */
public record Bank(BankId id, Words words, boolean open, int drafts, int released) {

    /** What a bank is called and what it is for. */
    public record Words(String title, String subject, String about) {}

    /** What it is called. */
    public String title() {
        return words.title();
    }
}
