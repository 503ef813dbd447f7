package org.ownpath.engine.adaptive;

/**
 * An answer.
 *
 * @param item the number of the item in the bank
 * @param right whether it was right
 */
public record Response(int item, boolean right) {}
