package org.ownpath.engine.adaptive;

import org.ownpath.engine.estimate.Item;

/**
 * An item with its place in a bank.
 *
 * @param id what the school calls it; not blank
 * @param area the content area that it counts for; not blank
 * @param item its difficulty and its other parameters
 */
public record BankItem(String id, String area, Item item) {

    /** Refuses items without a name or an area. */
    public BankItem {
        if (id.isBlank() || area.isBlank()) {
            throw new IllegalArgumentException("Item '" + id + "' in area '" + area
                    + "' lacks a name or an area. Give both; one area for all is enough.");
        }
    }
}
