package org.ownpath.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.structure.Share;
import org.ownpath.shared.StudentId;

/**
 * How often each kind of signal names the students of a subgroup, beside the whole school: so that leaders see whom the
 * signals find more often than others.
 *
 * @param whole of all students
 * @param subgroups in the order given; those with too few students have no numbers
 */
public record SignalRates(Rates whole, List<Rates> subgroups) {

    /** A subgroup with fewer students than this has no numbers, or they would tell about single students. */
    public static final int FEWEST_STUDENTS = 10;

    /**
     * The rates of one subgroup.
     *
     * @param shares for each kind the share of students with such a signal; empty when there are too few students
     */
    public record Rates(String name, int students, Map<SignalKind, Share> shares) {

        /** The share of a kind. */
        public Optional<Share> of(SignalKind kind) {
            return Optional.ofNullable(shares.get(kind));
        }

        /** Whether a kind names these students more or less often than the other share by more than chance explains. */
        public boolean differs(SignalKind kind, Rates whole) {
            return of(kind).flatMap(
                            own -> whole.of(kind).map(all -> own.low() > all.value() || own.high() < all.value()))
                    .orElse(false);
        }
    }

    /** Some of the students under a name. */
    public record Subgroup(String name, Collection<StudentId> students) {}

    static SignalRates of(Collection<Signal> signals, Subgroup whole, List<Subgroup> subgroups) {
        Map<SignalKind, Set<StudentId>> named = signals.stream()
                .collect(Collectors.groupingBy(Signal::kind, Collectors.mapping(Signal::student, Collectors.toSet())));
        List<Rates> rates = new ArrayList<>();
        subgroups.forEach(subgroup -> rates.add(rates(subgroup, named)));
        return new SignalRates(rates(whole, named), rates);
    }

    private static Rates rates(Subgroup subgroup, Map<SignalKind, Set<StudentId>> named) {
        Set<StudentId> students = new HashSet<>(subgroup.students());
        if (students.size() < FEWEST_STUDENTS) {
            return new Rates(subgroup.name(), students.size(), Map.of());
        }
        return new Rates(
                subgroup.name(),
                students.size(),
                java.util.Arrays.stream(SignalKind.values())
                        .collect(Collectors.toMap(kind -> kind, kind -> share(students, named, kind))));
    }

    private static Share share(Set<StudentId> students, Map<SignalKind, Set<StudentId>> named, SignalKind kind) {
        long count = students.stream()
                .filter(named.getOrDefault(kind, Set.of())::contains)
                .count();
        return Share.of(count, students.size());
    }
}
