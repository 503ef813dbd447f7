package org.ownpath.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was adopted about one matter, by scope, newest first. From broad to narrow, whatever is in force for a scope
 * replaces what the broader one says, unless that one is locked. Immutable.
 */
final class Timeline<D extends Dated> {

    private static final Comparator<Dated> NEWEST_FIRST = Comparator.comparing(Dated::effectiveFrom)
            .thenComparing(Dated::order)
            .reversed();

    private final Map<Scope, List<D>> byScope;

    Timeline(Collection<D> adopted) {
        byScope = adopted.stream().sorted(NEWEST_FIRST).collect(Collectors.groupingBy(Dated::scope));
    }

    /** What holds at a place. */
    Optional<D> inForce(Place place, Instant at) {
        Optional<D> holds = Optional.empty();
        for (Scope scope : place.scopes()) {
            Optional<D> own = ofScope(scope, at).filter(Dated::says);
            if (own.isPresent()) {
                holds = own;
                if (own.get().locked()) {
                    break;
                }
            }
        }
        return holds;
    }

    /** What is in force for each scope itself, broad ones first. */
    List<D> stated(Instant at) {
        return byScope.keySet().stream()
                .sorted(Comparator.comparing(Scope::kind).thenComparing(Scope::which))
                .flatMap(scope -> ofScope(scope, at).filter(Dated::says).stream())
                .toList();
    }

    /** What is in force for this scope itself, whatever broader ones say. */
    Optional<D> ofScope(Scope scope, Instant at) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .filter(d -> !d.effectiveFrom().isAfter(at))
                .findFirst();
    }

    /** The next that takes effect for this scope itself. */
    Optional<D> next(Scope scope, Instant at) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .filter(d -> d.effectiveFrom().isAfter(at))
                .reduce((later, sooner) -> sooner);
    }

    /** The next of each scope, the soonest first. */
    List<D> ahead(Instant at) {
        return byScope.keySet().stream()
                .flatMap(scope -> next(scope, at).stream())
                .sorted(NEWEST_FIRST.reversed())
                .toList();
    }
}
