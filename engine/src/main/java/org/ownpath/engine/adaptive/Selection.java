package org.ownpath.engine.adaptive;

/**
 * How the next item is chosen: by maximum information at the current estimate, within these bounds.
 *
 * @param exposure keeps the best items from being asked too often
 * @param content keeps the content areas in balance
 */
public record Selection(Exposure exposure, ContentTargets content) {

    /** Maximum information and nothing else. */
    public static Selection plain() {
        return new Selection(new Exposure.Unlimited(), ContentTargets.none());
    }

    /** The same with another control of exposure. */
    public Selection with(Exposure other) {
        return new Selection(other, content);
    }
}
