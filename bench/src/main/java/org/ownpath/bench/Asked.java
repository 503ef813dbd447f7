package org.ownpath.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked for on the command line: which benchmarks, or none and so the usual ones, and how much of them. */
record Asked(Set<String> names, Map<String, Integer> amounts) {

    /** Refuses what is neither the name of one of these nor an option of theirs with a number. */
    static Asked of(String[] args, Collection<Benchmark<?>> all) {
        Set<String> known = all.stream().map(Benchmark::name).collect(Collectors.toSet());
        Set<String> options = all.stream()
                .flatMap(each -> each.amount().stream())
                .map(Benchmark.Amount::option)
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        Map<String, Integer> amounts = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (options.contains(args[i])) {
                amounts.put(args[i], number(List.of(args), ++i));
            } else if (known.contains(args[i])) {
                names.add(args[i]);
            } else {
                throw new IllegalArgumentException("'" + args[i] + "' is no benchmark");
            }
        }
        return new Asked(names, amounts);
    }

    private static int number(List<String> args, int at) {
        if (at == args.size() || !args.get(at).matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(args.get(at - 1) + " takes a whole number from 1");
        }
        return Integer.parseInt(args.get(at));
    }

    boolean wants(Benchmark<?> benchmark) {
        return names.contains(benchmark.name()) || (names.isEmpty() && !benchmark.onlyNamed());
    }

    /** How much of it, 0 where that cannot be asked for. */
    int amount(Benchmark<?> benchmark) {
        return benchmark
                .amount()
                .map(amount -> amounts.getOrDefault(amount.option(), amount.usual()))
                .orElse(0);
    }
}
