package org.ownpath.engine.adaptive;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A simulated test taker.
 *
 * @param id distinguishes simulees; with the seed of a simulation it fixes all that happens to this one
 * @param theta the true ability
 */
public record Simulee(long id, double theta) {

    /** Refuses an ability that is not a number. */
    public Simulee {
        if (!Double.isFinite(theta)) {
            throw new IllegalArgumentException("Simulee " + id + " has ability " + theta + ". Give a finite number.");
        }
    }

    /** Simulees numbered from 0 with these abilities. */
    public static List<Simulee> of(double... thetas) {
        return IntStream.range(0, thetas.length)
                .mapToObj(i -> new Simulee(i, thetas[i]))
                .toList();
    }

    /** So many simulees, numbered from 0, all of one ability. */
    public static List<Simulee> alike(int count, double theta) {
        return IntStream.range(0, count).mapToObj(i -> new Simulee(i, theta)).toList();
    }

    /** So many simulees, numbered from 0, with abilities drawn from the standard normal distribution. */
    public static List<Simulee> drawn(int count, RandomGenerator random) {
        return of(IntStream.range(0, count)
                .mapToDouble(i -> random.nextGaussian())
                .toArray());
    }
}
