package org.ownpath.engine.adaptive;

/** What an adaptive test does next. */
public sealed interface Step {

    /**
     * Ask this item.
     *
     * @param item its number in the bank
     */
    record Ask(int item) implements Step {}

    /**
     * The test is over.
     *
     * @param decision about mastery, if the rule that ended it decides
     * @param reason in plain words, a whole sentence
     */
    record Stop(Decision decision, String reason) implements Step {}
}
