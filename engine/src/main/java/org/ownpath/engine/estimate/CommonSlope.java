package org.ownpath.engine.estimate;

import java.util.List;

/**
 * The maximisation where all two-category items share their slope, as in the one-parameter model: one Newton step in the
 * slope and all intercepts together, halved until the expected log likelihood does not fall. The information is an arrow,
 * so it is solved item by item.
 */
final class CommonSlope {

    private static final int HALVINGS = 12;

    private final List<FisherScoring> scoring;

    CommonSlope(List<FisherScoring> scoring) {
        this.scoring = scoring;
    }

    void improve(List<double[]> parameters, double[][] counts) {
        double before = value(parameters, counts);
        double[] step = step(parameters, counts);
        List<double[]> from = parameters.stream().map(double[]::clone).toList();
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            move(from, step, length, parameters);
            if (value(parameters, counts) >= before) {
                return;
            }
            length /= 2;
        }
        move(from, step, 0, parameters);
    }

    private double value(List<double[]> parameters, double[][] counts) {
        double value = 0;
        for (int item = 0; item < scoring.size(); item++) {
            value += scoring.get(item).value(parameters.get(item), counts[item]);
        }
        return value;
    }

    /** The move of each intercept, and last that of the slope. */
    private double[] step(List<double[]> parameters, double[][] counts) {
        double information = 0;
        double gradient = 0;
        for (int item = 0; item < scoring.size(); item++) {
            FisherScoring own = scoring.get(item);
            own.differentiate(parameters.get(item), counts[item]);
            double shared = own.information[1] / own.information[3];
            information += own.information[0] - shared * own.information[1];
            gradient += own.gradient[0] - shared * own.gradient[1];
        }
        double[] step = new double[scoring.size() + 1];
        double slope = gradient / information;
        step[scoring.size()] = slope;
        for (int item = 0; item < scoring.size(); item++) {
            FisherScoring own = scoring.get(item);
            step[item] = (own.gradient[1] - own.information[1] * slope) / own.information[3];
        }
        return step;
    }

    private static void move(List<double[]> from, double[] step, double length, List<double[]> to) {
        for (int item = 0; item < from.size(); item++) {
            to.get(item)[0] = from.get(item)[0] + length * step[from.size()];
            to.get(item)[1] = from.get(item)[1] + length * step[item];
        }
    }
}
