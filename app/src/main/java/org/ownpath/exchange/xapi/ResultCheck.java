package org.ownpath.exchange.xapi;

import java.util.Optional;
import java.util.Set;

/** What the standard demands of a result. */
final class ResultCheck {

    private ResultCheck() {}

    static void result(Part part) {
        part.only(Set.of("score", "success", "completion", "response", "duration", "extensions"))
                .with("score", ResultCheck::score)
                .with("success", Part::bool)
                .with("completion", Part::bool)
                .with("response", Part::text)
                .with("duration", Moments::duration)
                .with("extensions", Part::extensions);
    }

    private static void score(Part part) {
        part.only(Set.of("scaled", "raw", "min", "max")).with("scaled", ResultCheck::scaled);
        Optional<Double> min = part.maybe("min").map(Part::number);
        Optional<Double> max = part.maybe("max").map(Part::number);
        Optional<Double> raw = part.maybe("raw").map(Part::number);
        if (min.isPresent() && max.isPresent() && min.get() >= max.get()) {
            throw part.wrong("min " + min.get() + " is not below max " + max.get() + ".");
        }
        if (raw.isPresent()
                && ((min.isPresent() && raw.get() < min.get()) || (max.isPresent() && raw.get() > max.get()))) {
            throw part.wrong("raw " + raw.get() + " is not between min and max.");
        }
    }

    private static void scaled(Part part) {
        double scaled = part.number();
        if (scaled < -1 || scaled > 1) {
            throw part.wrong(scaled + " is not between -1 and 1.");
        }
    }
}
