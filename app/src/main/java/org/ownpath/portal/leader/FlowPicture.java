package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ownpath.engine.State;
import org.ownpath.insight.Flow;
import org.ownpath.portal.student.StateCode;

/**
 * Where standings would go, drawn on a canvas of 560 by 360: the states of today on the left, the drafted ones on the
 * right, and a band from each to each, as thick as there are standings in it.
 */
public record FlowPicture(List<Block> today, List<Block> drafted, List<Band> bands) {

    private static final int LEFT = 200;
    private static final int RIGHT = 360;
    private static final int THICK = 14;
    private static final double HEIGHT = 220;
    private static final int TOP = 30;
    private static final double GAP = 24;

    /** A state on one side. */
    public record Block(State state, String code, long count, int x, double y, double height) {

        /** The middle of the block, where its words are. */
        public double middle() {
            return round(y + height / 2 + 4);
        }
    }

    /** The standings that go from one state to another. */
    public record Band(State from, State to, long count, String code, String path) {}

    static FlowPicture of(Flow flow) {
        List<State> states = List.of(State.values());
        double scale = HEIGHT / Math.max(1, flow.all());
        List<Block> today = blocks(states, states.stream().map(flow::today).toList(), LEFT - THICK, scale);
        List<Block> drafted = blocks(states, states.stream().map(flow::drafted).toList(), RIGHT, scale);
        return new FlowPicture(today, drafted, bands(flow, today, drafted, scale));
    }

    private static List<Block> blocks(List<State> states, List<Long> counts, int x, double scale) {
        List<Block> blocks = new ArrayList<>();
        double y = TOP;
        for (int i = 0; i < states.size(); i++) {
            double height = counts.get(i) * scale;
            if (counts.get(i) > 0) {
                State state = states.get(i);
                blocks.add(
                        new Block(state, StateCode.of(state), counts.get(i), x, round(y), round(Math.max(1, height))));
                y += Math.max(height, 4) + GAP;
            }
        }
        return blocks;
    }

    private static List<Band> bands(Flow flow, List<Block> today, List<Block> drafted, double scale) {
        List<Band> bands = new ArrayList<>();
        double[] taken = new double[drafted.size()];
        for (Block from : today) {
            double y = from.y();
            for (int i = 0; i < drafted.size(); i++) {
                Block to = drafted.get(i);
                long count = flow.count(from.state(), to.state());
                if (count > 0) {
                    double thick = count * scale;
                    bands.add(new Band(from.state(), to.state(), count, to.code(), path(y, to.y() + taken[i], thick)));
                    y += thick;
                    taken[i] += thick;
                }
            }
        }
        return bands;
    }

    private static String path(double from, double to, double thick) {
        int middle = (LEFT + RIGHT) / 2;
        return String.format(
                Locale.ROOT,
                "M%d %.1f C%d %.1f %d %.1f %d %.1f V%.1f C%d %.1f %d %.1f %d %.1f Z",
                LEFT,
                from,
                middle,
                from,
                middle,
                to,
                RIGHT,
                to,
                to + thick,
                middle,
                to + thick,
                middle,
                from + thick,
                LEFT,
                from + thick);
    }

    /** The state in as few letters as the picture has room for. */
    public static String word(State state) {
        return switch (state) {
            case NO_EVIDENCE -> "nothing yet";
            case TOO_LITTLE_EVIDENCE -> "just begun";
            case NOT_YET -> "not yet";
            case MASTERED -> "mastered";
            case NEEDS_REFRESH -> "refresh";
        };
    }

    private static double round(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }
}
