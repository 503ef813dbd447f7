package org.ownpath.exchange.xapi.cmi5;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far somebody is with a unit.
 *
 * @param score the last that the unit told, from 0 to 1
 */
public record Progress(
        Optional<Instant> completedAt,
        Optional<Instant> passedAt,
        Optional<Instant> failedAt,
        Optional<Instant> waivedAt,
        OptionalDouble score) {

    static final Progress NONE = new Progress(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());

    /** Whether a unit that asks for this is satisfied. */
    public boolean satisfies(CourseStructure.Asks asks) {
        return waivedAt.isPresent() || asks.moveOn().met(completedAt.isPresent(), passedAt.isPresent());
    }

    /** Whether there is nothing more to gain in a unit that asks for this. */
    boolean exhausted(CourseStructure.Asks asks) {
        boolean judged = passedAt.isPresent()
                || (completedAt.isPresent()
                        && asks.moveOn() == MoveOn.COMPLETED
                        && asks.masteryScore().isEmpty());
        return judged && satisfies(asks);
    }

    Progress completed(Instant at) {
        return new Progress(Optional.of(at), passedAt, failedAt, waivedAt, score);
    }

    Progress passed(Instant at, OptionalDouble told) {
        return new Progress(completedAt, Optional.of(at), failedAt, waivedAt, told.isPresent() ? told : score);
    }

    Progress failed(Instant at, OptionalDouble told) {
        return new Progress(completedAt, passedAt, Optional.of(at), waivedAt, told.isPresent() ? told : score);
    }

    Progress waived(Instant at) {
        return new Progress(completedAt, passedAt, failedAt, Optional.of(at), score);
    }

    /** In one or two words. */
    public String words() {
        if (passedAt.isPresent()) {
            return "Passed";
        }
        if (waivedAt.isPresent()) {
            return "Waived";
        }
        if (completedAt.isPresent()) {
            return "Done to the end";
        }
        return failedAt.isPresent() ? "Not passed yet" : "Not done yet";
    }
}
