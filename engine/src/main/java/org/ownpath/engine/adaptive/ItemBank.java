package org.ownpath.engine.adaptive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ownpath.engine.estimate.AbilityGrid;
import org.ownpath.engine.estimate.Item;

/**
 * The items that a test draws on, with what each says at each ability worked out once. It never changes and can serve
 * any number of tests at once. A bank of 1,000 items takes about one megabyte.
 *
 * <p>Information is kept at 121 abilities from -6 to 6 and read in between by straight lines: for discriminations up to
 * 3 it is within 0.02 of the exact value. Beyond -6 and 6 it is that at the end.
 */
public final class ItemBank {

    private static final int ROWS = 121;
    private static final double ROW_STEP = 0.1;

    private final List<BankItem> items;
    private final List<String> areas;
    private final int[] all;
    private final int[][] itemsOfArea;
    private final int[] areaOf;
    private final float[][] information;
    private final double[][] curves;

    private ItemBank(List<BankItem> items) {
        this.items = items;
        this.areas = items.stream().map(BankItem::area).distinct().toList();
        Map<String, Integer> numbers = new HashMap<>();
        areas.forEach(area -> numbers.put(area, numbers.size()));
        this.areaOf = items.stream().mapToInt(item -> numbers.get(item.area())).toArray();
        this.all = IntStream.range(0, items.size()).toArray();
        this.itemsOfArea = new int[areas.size()][];
        for (int area = 0; area < areas.size(); area++) {
            int wanted = area;
            itemsOfArea[area] = IntStream.range(0, items.size())
                    .filter(i -> areaOf[i] == wanted)
                    .toArray();
        }
        this.curves = items.stream().map(item -> Posterior.curve(item.item())).toArray(double[][]::new);
        this.information = new float[ROWS][items.size()];
        for (int row = 0; row < ROWS; row++) {
            double theta = -AbilityGrid.HIGHEST + row * ROW_STEP;
            for (int i = 0; i < items.size(); i++) {
                information[row][i] = (float) items.get(i).item().information(theta);
            }
        }
    }

    /**
     * A bank of these items, numbered from 0 in this order.
     *
     * @throws IllegalArgumentException if there is none or two have the same id
     */
    public static ItemBank of(List<BankItem> items) {
        Set<String> ids = new HashSet<>();
        for (BankItem item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException(
                        "Item '" + item.id() + "' is in the bank twice. Leave one out or rename it.");
            }
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A bank without items cannot test anybody. Add at least one.");
        }
        return new ItemBank(List.copyOf(items));
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    /** The item with this number, from 0. */
    public BankItem get(int number) {
        return items.get(number);
    }

    /** The content areas in the order in which they first occur. */
    public List<String> areas() {
        return areas;
    }

    Item item(int number) {
        return items.get(number).item();
    }

    int areaOf(int number) {
        return areaOf[number];
    }

    int[] all() {
        return all;
    }

    int[] itemsOf(int area) {
        return itemsOfArea[area];
    }

    double[] curve(int number) {
        return curves[number];
    }

    /** Fisher information at one ability, to be asked item by item. */
    Row at(double theta) {
        double place = Math.max(0, Math.min(ROWS - 1, (theta + AbilityGrid.HIGHEST) / ROW_STEP));
        int row = Math.min(ROWS - 2, (int) place);
        return new Row(information[row], information[row + 1], (float) (place - row));
    }

    /** Two neighbouring rows of the table and how far the ability lies between them. */
    static final class Row {
        private final float[] low;
        private final float[] high;
        private final float between;

        private Row(float[] low, float[] high, float between) {
            this.low = low;
            this.high = high;
            this.between = between;
        }

        float information(int item) {
            return low[item] + between * (high[item] - low[item]);
        }
    }
}
