package org.ownpath.engine.adaptive;

/**
 * The items that may be asked next, most informative first. Made by an {@link AdaptiveTest} for an {@link Exposure} to
 * pick from, for one choice only.
 */
public final class Candidates {

    /** What {@link #take()} gives when there is none left. */
    public static final int NONE = -1;

    private static final float TAKEN = -1;

    private final AdaptiveTest test;
    private final int[] items;
    private final float[] information;

    Candidates(AdaptiveTest test, int[] items, boolean setAsideToo) {
        ItemBank.Row row = test.bank().at(test.posterior().mean());
        this.test = test;
        this.items = items;
        this.information = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            information[i] = test.mayAsk(items[i], setAsideToo) ? row.information(items[i]) : TAKEN;
        }
    }

    /** Takes the most informative item that is left, the first of the bank on ties; {@link #NONE} if none is. */
    public int take() {
        int best = NONE;
        float most = TAKEN;
        for (int i = 0; i < information.length; i++) {
            if (information[i] > most) {
                most = information[i];
                best = i;
            }
        }
        if (best == NONE) {
            return NONE;
        }
        information[best] = TAKEN;
        return items[best];
    }

    /** Keeps an item out for the rest of this test, unless nothing else is left. */
    public void setAside(int item) {
        test.setAside(item);
    }
}
