package org.ownpath.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ownpath.engine.Explanation.Reason;

/**
 * Which evidence enters the value. An empty set lets all count. Self-assessments never enter it, professional judgements
 * stand beside it, and excused chances say nothing.
 *
 * @param windowDays a piece counts until this many days (of 24 hours) after it was shown; empty = for ever
 * @param observers the ids of those whose observations count, such as a district's trained assessors
 * @param missedCountsAs the value a missed chance enters with, usually the scale's lowest; empty = it is shown beside
 *     the value and does not enter it
 */
public record Counting(
        Set<Form> forms,
        Set<Depth> depths,
        Set<Purpose> purposes,
        Set<Context> contexts,
        Set<UUID> observers,
        Optional<Integer> windowDays,
        Optional<Double> missedCountsAs) {

    public Counting {
        forms = Coded.inOrder(Form.class, forms);
        depths = Coded.inOrder(Depth.class, depths);
        purposes = Coded.inOrder(Purpose.class, purposes);
        contexts = Coded.inOrder(Context.class, contexts);
        observers = Collections.unmodifiableSet(new TreeSet<>(observers));
        windowDays.ifPresent(days -> Limit.DAYS.check("window in days", days));
        missedCountsAs.ifPresent(value -> Limit.RATING.check("value of a missed chance", value));
    }

    public static Counting everything() {
        return new Counting(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    public Counting onlyForms(Form... only) {
        return new Counting(Set.of(only), depths, purposes, contexts, observers, windowDays, missedCountsAs);
    }

    public Counting onlyDepths(Depth... only) {
        return new Counting(forms, Set.of(only), purposes, contexts, observers, windowDays, missedCountsAs);
    }

    public Counting onlyPurposes(Purpose... only) {
        return new Counting(forms, depths, Set.of(only), contexts, observers, windowDays, missedCountsAs);
    }

    public Counting onlyContexts(Context... only) {
        return new Counting(forms, depths, purposes, Set.of(only), observers, windowDays, missedCountsAs);
    }

    public Counting onlyObservers(UUID... only) {
        return new Counting(forms, depths, purposes, contexts, Set.of(only), windowDays, missedCountsAs);
    }

    public Counting withinDays(int days) {
        return new Counting(forms, depths, purposes, contexts, observers, Optional.of(days), missedCountsAs);
    }

    public Counting missedAs(double value) {
        return new Counting(forms, depths, purposes, contexts, observers, windowDays, Optional.of(value));
    }

    /** Why this piece does not enter the value at that moment, or empty if it does. */
    public Optional<Reason> reasonAgainst(Piece piece, Instant asOf) {
        if (piece.form() == Form.SELF_ASSESSMENT) {
            return Optional.of(Reason.SELF_ASSESSMENT);
        }
        if (piece.form() == Form.PROFESSIONAL_JUDGEMENT) {
            return Optional.of(Reason.PROFESSIONAL_JUDGEMENT);
        }
        if (piece.result() instanceof Result.Excused) {
            return Optional.of(Reason.EXCUSED);
        }
        return outOfScope(piece, asOf).or(() -> missed(piece));
    }

    private Optional<Reason> outOfScope(Piece piece, Instant asOf) {
        if (!admits(forms, piece.form())) {
            return Optional.of(Reason.FORM);
        }
        if (!admits(depths, piece.depth())) {
            return Optional.of(Reason.DEPTH);
        }
        if (!admits(purposes, piece.purpose())) {
            return Optional.of(Reason.PURPOSE);
        }
        if (!admits(contexts, piece.context())) {
            return Optional.of(Reason.CONTEXT);
        }
        if (!admits(observers, piece.observer())) {
            return Optional.of(Reason.OBSERVER);
        }
        boolean old = windowDays.isPresent() && !asOf.isBefore(leavesWindow(piece, windowDays.get()));
        return old ? Optional.of(Reason.OUTSIDE_WINDOW) : Optional.empty();
    }

    private Optional<Reason> missed(Piece piece) {
        boolean hasValue = piece.result().rating(missedCountsAs).isPresent();
        return hasValue ? Optional.empty() : Optional.of(Reason.MISSED);
    }

    static Instant leavesWindow(Piece piece, int days) {
        return piece.shownAt().plus(days, ChronoUnit.DAYS);
    }

    static <E> boolean admits(Set<E> only, E one) {
        return only.isEmpty() || only.contains(one);
    }
}
