package org.ownpath.engine.adaptive;

import java.util.List;

/**
 * All that is fixed before an adaptive test begins.
 *
 * @param bank the items
 * @param prior what is known of the learner before the first answer
 * @param selection how the next item is chosen
 * @param stopping when the test ends; it also ends when no item is left
 */
public record TestPlan(ItemBank bank, Posterior prior, Selection selection, Stopping stopping) {

    /** Refuses bounds that do not fit the bank. */
    public TestPlan {
        if (selection.exposure() instanceof Exposure.SympsonHetter chances
                && chances.chances().size() != bank.size()) {
            throw new IllegalArgumentException("There are " + chances.chances().size() + " chances for " + bank.size()
                    + " items. Calibrate the exposure anew for this bank.");
        }
        List<String> unknown = selection.content().shares().keySet().stream()
                .filter(area -> !bank.areas().contains(area))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The bank has no item of " + unknown + ", only of " + bank.areas()
                    + ". Add items or leave the area out of the targets.");
        }
    }

    /** The same with another selection. */
    public TestPlan with(Selection other) {
        return new TestPlan(bank, prior, other, stopping);
    }
}
