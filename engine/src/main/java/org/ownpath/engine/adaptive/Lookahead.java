package org.ownpath.engine.adaptive;

import java.util.List;
import java.util.function.Predicate;

/** All courses that the next few answers can take, each with its probability. */
final class Lookahead {

    private final Posterior now;
    private final List<double[]> curves;

    private Lookahead(Posterior now, List<double[]> curves) {
        this.now = now;
        this.curves = curves;
    }

    /** With the items that say most now, fewer if fewer are left. */
    static Lookahead of(AdaptiveTest test, int answers) {
        return new Lookahead(
                test.posterior(),
                test.mostInformative(answers).stream().map(test.bank()::curve).toList());
    }

    /** The probability that what is known after these answers is so. */
    double chance(Predicate<Posterior> so) {
        return chance(now, 0, so);
    }

    private double chance(Posterior posterior, int answer, Predicate<Posterior> so) {
        if (answer == curves.size()) {
            return so.test(posterior) ? 1 : 0;
        }
        double[] curve = curves.get(answer);
        double right = posterior.predict(curve);
        return right * chance(posterior.after(curve, true), answer + 1, so)
                + (1 - right) * chance(posterior.after(curve, false), answer + 1, so);
    }
}
