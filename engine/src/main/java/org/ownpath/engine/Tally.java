package org.ownpath.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Explanation.Reason;

/** What a rule needs to know of the pieces added so far, in their order. */
final class Tally {

    private final Rule rule;
    private final Requirements required;
    private final Set<Form> forms = EnumSet.noneOf(Form.class);
    private final Set<Context> contexts = EnumSet.noneOf(Context.class);
    private final Set<UUID> observers = new HashSet<>();
    private final Running running;
    private int demonstrations;
    private int missed;
    private @Nullable Depth deepestReached;
    private @Nullable Instant lastShown;
    private @Nullable Instant lastReached;
    private @Nullable Piece override;

    Tally(Rule rule) {
        this.rule = rule;
        this.required = rule.requirements();
        this.running = rule.aggregation().running();
    }

    void add(Piece piece, Instant asOf) {
        Optional<Reason> against = rule.counting().reasonAgainst(piece, asOf);
        if (against.isEmpty()) {
            count(piece);
        } else if (against.get() == Reason.MISSED) {
            missed++;
        } else if (rule.judgementOverrides() && isRatedJudgement(piece)) {
            override = piece;
        }
    }

    static boolean isRatedJudgement(Piece piece) {
        return piece.form() == Form.PROFESSIONAL_JUDGEMENT && piece.result() instanceof Result.Rated;
    }

    private void count(Piece piece) {
        double rating = piece.result().rating(rule.counting().missedCountsAs()).orElseThrow();
        running.add(rating);
        if (piece.result() instanceof Result.Missed) {
            missed++;
        } else {
            demonstrate(piece, rating);
        }
    }

    private void demonstrate(Piece piece, double rating) {
        demonstrations++;
        forms.add(piece.form());
        contexts.add(piece.context());
        observers.add(piece.observer());
        lastShown = piece.shownAt();
        if (rule.shownWell(rating)) {
            lastReached = piece.shownAt();
            if (deepestReached == null || piece.depth().atLeast(deepestReached)) {
                deepestReached = piece.depth();
            }
        }
    }

    /** The outcome of the computed value and the requirements, without override and freshness. */
    State fromEvidence() {
        if (demonstrations == 0 && missed == 0) {
            return State.NO_EVIDENCE;
        }
        if (demonstrations < required.count()) {
            return State.TOO_LITTLE_EVIDENCE;
        }
        if (!reached()) {
            return State.NOT_YET;
        }
        return broadEnough() ? State.MASTERED : State.TOO_LITTLE_EVIDENCE;
    }

    private boolean reached() {
        return required.reachedBy(running.value())
                && (required.minimumRating().isEmpty()
                        || Requirements.atLeast(
                                running.weakest(), required.minimumRating().get()));
    }

    private boolean broadEnough() {
        return forms.containsAll(required.forms())
                && deepEnough()
                && contexts.size() >= required.contexts()
                && observers.size() >= required.observers();
    }

    private boolean deepEnough() {
        return required.depth().isEmpty()
                || (deepestReached != null
                        && deepestReached.atLeast(required.depth().get()));
    }

    /** Whether mastery stands, fresh or not. */
    boolean standing() {
        return override == null ? fromEvidence() == State.MASTERED : overriddenToMastered();
    }

    State state(Instant asOf) {
        if (standing()) {
            boolean stale = freshUntil().filter(asOf::isAfter).isPresent();
            return stale ? State.NEEDS_REFRESH : State.MASTERED;
        }
        return override == null ? fromEvidence() : State.NOT_YET;
    }

    private boolean overriddenToMastered() {
        return override != null && override.result() instanceof Result.Rated rated && rule.shownWell(rated.value());
    }

    Verdict verdict(Instant asOf, Optional<Instant> masteredAt) {
        Optional<Instant> fresh = standing() ? freshUntil() : Optional.empty();
        return new Verdict(state(asOf), value(), demonstrations, masteredAt, lastShownAt(), fresh);
    }

    private Optional<Instant> lastShownAt() {
        return latest(lastShown, override == null ? null : override.shownAt());
    }

    private Optional<Instant> freshUntil() {
        Optional<Instant> lastProof =
                latest(lastReached, override != null && overriddenToMastered() ? override.shownAt() : null);
        return required.freshDays().flatMap(days -> lastProof.map(proof -> proof.plus(days, ChronoUnit.DAYS)));
    }

    private static Optional<Instant> latest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return Optional.ofNullable(one == null ? other : one);
        }
        return Optional.of(one.isAfter(other) ? one : other);
    }

    Optional<Piece> override() {
        return Optional.ofNullable(override);
    }

    private OptionalDouble value() {
        return Aggregation.present(running.value());
    }

    /** Each requirement of the rule held against the evidence, the value first. */
    List<Requirement> requirements(Instant asOf) {
        List<Requirement> all = new ArrayList<>();
        all.add(new Requirement.Threshold(rule.aggregation().words(), value(), required.threshold()));
        required.minimumRating()
                .ifPresent(
                        least -> all.add(new Requirement.MinimumRating(Aggregation.present(running.weakest()), least)));
        all.add(new Requirement.Demonstrations(demonstrations, required.count()));
        required.forms().forEach(form -> all.add(new Requirement.OfForm(form, forms.contains(form))));
        required.depth().ifPresent(depth -> all.add(new Requirement.AtDepth(depth, deepEnough(), rule.cut())));
        if (required.contexts() > 1) {
            all.add(new Requirement.InContexts(contexts.size(), required.contexts()));
        }
        if (required.observers() > 1) {
            all.add(new Requirement.ByObservers(observers.size(), required.observers()));
        }
        required.freshDays()
                .ifPresent(days -> freshUntil()
                        .ifPresent(until -> all.add(new Requirement.Fresh(days, until, !asOf.isAfter(until)))));
        return List.copyOf(all);
    }
}
