package org.ownpath.assessment;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.OpenTimeId;

/** When a student wants to show something. */
public sealed interface When {

    /** As soon as the teacher has answered. */
    record Answered() implements When {}

    /** At once, without an answer; the teacher sees that it is under way. */
    record AtOnce() implements When {}

    /** At a time of the student's own, which the teacher agrees to. */
    record Wished(Instant at) implements When {}

    /** At one of the times that a teacher offers. */
    record Booked(OpenTimeId time) implements When {}

    /** The time wished for, if it is of that sort. */
    default Optional<Instant> wish() {
        return this instanceof Wished wished ? Optional.of(wished.at()) : Optional.empty();
    }

    /** The time booked, if it is of that sort. */
    default Optional<OpenTimeId> booked() {
        return this instanceof Booked booked ? Optional.of(booked.time()) : Optional.empty();
    }
}
