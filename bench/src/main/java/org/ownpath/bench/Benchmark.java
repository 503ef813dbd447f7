package org.ownpath.bench;

import java.util.Optional;

/**
 * A benchmark as people ask for it.
 *
 * @param name what it is called on the command line
 * @param measures in words, for the list of all
 * @param onlyNamed whether it runs only when it is named
 * @param amount how much of it may be asked for
 * @param <W> what it takes to run it
 */
record Benchmark<W>(String name, String measures, boolean onlyNamed, Optional<Amount> amount, W work) {

    /** In the product with the seed school, with the amount asked for, 0 where there is none. */
    interface OnSeedSchool {
        void run(SeedSchool school, int amount) throws Exception;
    }

    /** With nothing but the amount asked for, 0 where there is none. */
    interface Alone {
        void run(int amount) throws Exception;
    }

    /** An option with a number, and that number where it is not given. */
    record Amount(String option, int usual) {}

    Benchmark(String name, String measures, W work) {
        this(name, measures, false, Optional.empty(), work);
    }

    Benchmark<W> whenNamed() {
        return new Benchmark<>(name, measures, true, amount, work);
    }

    Benchmark<W> with(String option, int usual) {
        return new Benchmark<>(name, measures, onlyNamed, Optional.of(new Amount(option, usual)), work);
    }

    /** A line of the list of all. */
    String line() {
        String called = name
                + amount.map(a -> " [" + a.option() + " " + a.usual() + "]").orElse("");
        return "%-36s %s%s".formatted(called, measures, onlyNamed ? "; only when named" : "");
    }
}
