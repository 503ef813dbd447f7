package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.List;
import org.ownpath.insight.Comparison;
import org.ownpath.insight.Foresight;
import org.ownpath.shared.Figures;

/**
 * Two bars for each subject, today and as drafted, on a canvas 560 wide. The subject stands above its bars, so that long
 * names have room on a phone.
 *
 * @param caption what the bars are of
 */
public record BarsPicture(String caption, List<Pair> pairs, int height) {

    private static final int FULL = 440;
    private static final int EACH = 84;

    /** The bars of one subject, each with its length and its figure. */
    public record Pair(String label, int y, Bar today, Bar drafted) {}

    /** One bar. */
    public record Bar(long width, String figure) {}

    /** How much of what was begun in each subject stands mastered. */
    static BarsPicture ofMastery(List<Comparison.Line> lines) {
        List<Pair> pairs = new ArrayList<>();
        for (Comparison.Line line : lines) {
            long all = line.flow().all();
            pairs.add(new Pair(
                    line.label(),
                    pairs.size() * EACH,
                    percent(line.flow().masteredToday(), all),
                    percent(line.flow().masteredDrafted(), all)));
        }
        return of("Of what was begun in each subject, how much stands mastered", pairs);
    }

    /** How much there is in each subject, in the topic's unit. */
    public static BarsPicture of(Foresight foretold) {
        long most = foretold.subjects().stream()
                .mapToLong(line -> Math.max(line.today(), line.drafted()))
                .max()
                .orElse(0);
        List<Pair> pairs = new ArrayList<>();
        for (Foresight.Line line : foretold.subjects()) {
            pairs.add(new Pair(
                    line.label(), pairs.size() * EACH, count(line.today(), most), count(line.drafted(), most)));
        }
        String unit = foretold.unit();
        return of(Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + ", by subject", pairs);
    }

    private static BarsPicture of(String caption, List<Pair> pairs) {
        return new BarsPicture(caption, pairs, Math.max(1, pairs.size()) * EACH);
    }

    private static Bar percent(long part, long all) {
        return new Bar(share(part, all, FULL), share(part, all, 100) + "%");
    }

    private static Bar count(long part, long most) {
        return new Bar(share(part, most, FULL), Figures.of(part));
    }

    private static long share(long part, long all, int of) {
        return all == 0 ? 0 : Math.round((double) of * part / all);
    }
}
