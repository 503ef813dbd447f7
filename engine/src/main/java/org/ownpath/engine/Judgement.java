package org.ownpath.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** One of five outcomes, with the explanation that leads to it. */
public sealed interface Judgement {

    Explanation explanation();

    State state();

    default Verdict verdict() {
        return explanation().verdict();
    }

    /** The computed value, kept even where a professional judgement decided otherwise. */
    default OptionalDouble value() {
        return verdict().value();
    }

    /** Since when mastery has stood; see {@link Verdict#masteredAt()}. */
    default Optional<Instant> masteredAt() {
        return verdict().masteredAt();
    }

    /** The instant after which mastered turns to needs-refresh, where the rule asks for freshness. */
    default Optional<Instant> freshUntil() {
        return verdict().freshUntil();
    }

    default Optional<Instant> lastShownAt() {
        return verdict().lastShownAt();
    }

    /** The number of demonstrations that count. */
    default int count() {
        return verdict().count();
    }

    /** Nothing that counts has been shown or missed. */
    record NoEvidence(Explanation explanation) implements Judgement {
        @Override
        public State state() {
            return State.NO_EVIDENCE;
        }
    }

    /** Fewer demonstrations than required, or a value that is high enough on evidence that is too narrow. */
    record TooLittleEvidence(Explanation explanation) implements Judgement {
        @Override
        public State state() {
            return State.TOO_LITTLE_EVIDENCE;
        }
    }

    /** Enough demonstrations, and the threshold or the minimum rating is not reached. */
    record NotYet(Explanation explanation) implements Judgement {
        @Override
        public State state() {
            return State.NOT_YET;
        }
    }

    /** Every requirement is met, or a professional judgement says so. */
    record Mastered(Explanation explanation) implements Judgement {
        @Override
        public State state() {
            return State.MASTERED;
        }
    }

    /** Mastered, and not shown well for longer than the rule's freshness. */
    record NeedsRefresh(Explanation explanation) implements Judgement {
        @Override
        public State state() {
            return State.NEEDS_REFRESH;
        }
    }

    static Judgement of(Explanation explanation) {
        return switch (explanation.verdict().state()) {
            case NO_EVIDENCE -> new NoEvidence(explanation);
            case TOO_LITTLE_EVIDENCE -> new TooLittleEvidence(explanation);
            case NOT_YET -> new NotYet(explanation);
            case MASTERED -> new Mastered(explanation);
            case NEEDS_REFRESH -> new NeedsRefresh(explanation);
        };
    }
}
