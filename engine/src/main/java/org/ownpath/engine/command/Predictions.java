package org.ownpath.engine.command;

import java.util.Arrays;
import java.util.Optional;
import org.ownpath.engine.estimate.Calibration;

/** Predictions of answers that were held out, beside what happened. */
final class Predictions {

    private double[] predicted = new double[1024];
    private byte[] right = new byte[1024];
    private int size;
    private int passedOver;

    void add(double probability, boolean wasRight) {
        if (size == predicted.length) {
            predicted = Arrays.copyOf(predicted, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
        }
        predicted[size] = probability;
        right[size++] = (byte) (wasRight ? 1 : 0);
    }

    /** Notes an answer to something that the fit has not seen. */
    void passOver() {
        passedOver++;
    }

    int passedOver() {
        return passedOver;
    }

    Optional<Calibration> calibration() {
        return size == 0
                ? Optional.empty()
                : Optional.of(Calibration.of(Arrays.copyOf(predicted, size), Arrays.copyOf(right, size)));
    }
}
