package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ownpath.engine.estimate.Calibration.Bin;

/** Predictions in rising order with what happened. */
final class RankedPredictions {

    private static final double LEAST = 1e-15;

    private final double[] predicted;
    private final byte[] right;

    RankedPredictions(double[] predicted, byte[] right) {
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> predicted[i]));
        this.predicted = new double[predicted.length];
        this.right = new byte[predicted.length];
        for (int i = 0; i < order.length; i++) {
            this.predicted[i] = predicted[order[i]];
            this.right[i] = right[order[i]];
        }
    }

    /** The rank sum of right answers, ties sharing their mean rank. */
    double auc() {
        double rankSum = 0;
        double rights = 0;
        int from = 0;
        while (from < predicted.length) {
            int to = from;
            int rightHere = 0;
            while (to < predicted.length && predicted[to] == predicted[from]) {
                rightHere += right[to++];
            }
            rankSum += rightHere * (from + 1.0 + to) / 2;
            rights += rightHere;
            from = to;
        }
        double wrongs = predicted.length - rights;
        return (rankSum - rights * (rights + 1) / 2) / (rights * wrongs);
    }

    double logLoss() {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            double happened = right[i] == 1 ? predicted[i] : 1 - predicted[i];
            sum -= Math.log(Math.min(1 - LEAST, Math.max(LEAST, happened)));
        }
        return sum / predicted.length;
    }

    double brier() {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += (predicted[i] - right[i]) * (predicted[i] - right[i]);
        }
        return sum / predicted.length;
    }

    List<Bin> equalWidth(int bins) {
        List<Bin> found = new ArrayList<>();
        int from = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int to = from;
            while (to < predicted.length && (bin == bins || predicted[to] < (double) bin / bins)) {
                to++;
            }
            if (to > from) {
                found.add(bin(from, to));
            }
            from = to;
        }
        return found;
    }

    List<Bin> equalMass(int bins) {
        List<Bin> found = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) predicted.length * bin / bins);
            int to = (int) ((long) predicted.length * (bin + 1) / bins);
            if (to > from) {
                found.add(bin(from, to));
            }
        }
        return found;
    }

    private Bin bin(int from, int to) {
        double predictions = 0;
        double rights = 0;
        for (int i = from; i < to; i++) {
            predictions += predicted[i];
            rights += right[i];
        }
        return new Bin(to - from, predictions / (to - from), rights / (to - from));
    }
}
