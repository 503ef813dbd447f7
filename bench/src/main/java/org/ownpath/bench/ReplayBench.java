package org.ownpath.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Judge;
import org.ownpath.engine.PackedJudge;
import org.ownpath.engine.PackedLedger;
import org.ownpath.engine.PackedVerdicts;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.Rule;

/**
 * Replays a ledger in memory on one thread: verdicts from packed timelines, verdicts from pieces, and judgements with
 * explanations. Each figure is the median of several runs after warming up, in a virtual machine that has judged by one
 * rule only if a preset's id is given.
 */
public final class ReplayBench {

    private static final int TIMELINES = 40_000;
    private static final int ENTRIES = 10;
    private static final int RUNS = 15;
    private static final Instant START = Instant.parse("2026-08-17T08:00:00Z");
    private static final Instant NOW = START.plus(200, ChronoUnit.DAYS);

    private final List<List<Piece>> timelines;
    private final PackedLedger packed = new PackedLedger();

    private ReplayBench(RandomGenerator random) {
        timelines = new ArrayList<>(TIMELINES);
        for (int i = 0; i < TIMELINES; i++) {
            List<Piece> timeline = timeline(random);
            timelines.add(timeline);
            packed.add(timeline);
        }
    }

    /** Entry point: the ids of presets, or none for three of them. */
    public static void main(String[] args) {
        ReplayBench bench =
                new ReplayBench(RandomGeneratorFactory.of("L64X128MixRandom").create(20260817));
        System.out.println("| rule | what | million entries/s (median of " + RUNS + ") | least to most |");
        System.out.println("|---|---|---|---|");
        for (String preset : args.length > 0 ? args : new String[] {"best-2", "driving-licence", "oatutor"}) {
            bench.run(preset, Presets.find(preset, 3).orElseThrow().rule());
        }
    }

    private static List<Piece> timeline(RandomGenerator random) {
        List<Piece> pieces = new ArrayList<>(ENTRIES);
        int day = 0;
        for (int i = 0; i < ENTRIES; i++) {
            day += 1 + random.nextInt(15);
            pieces.add(piece(random, START.plus(day, ChronoUnit.DAYS)));
        }
        return pieces;
    }

    private static Piece piece(RandomGenerator random, Instant shown) {
        List<Form> forms = List.of(Form.TEST, Form.PERFORMANCE_TASK, Form.PROJECT, Form.OBSERVATION);
        List<Context> contexts = List.of(Context.CLASS, Context.HOME, Context.ONLINE, Context.INTERNSHIP);
        return new Piece(
                new UUID(random.nextLong(), random.nextLong()),
                any(random, forms),
                any(random, List.of(Depth.values())),
                any(random, contexts),
                any(random, List.of(Purpose.values())),
                new UUID(0, random.nextInt(5)),
                random.nextInt(20) == 0 ? Result.missed() : Result.rated(1 + random.nextInt(7) / 2.0),
                shown,
                shown);
    }

    private static <E> E any(RandomGenerator random, List<E> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void run(String name, Rule rule) {
        PackedJudge judge = new PackedJudge(rule);
        report(name, "verdicts, packed", () -> {
            PackedVerdicts verdicts = judge.judge(packed, NOW);
            return verdicts.verdict(verdicts.size() - 1).count();
        });
        report(name, "verdicts from pieces", () -> {
            long mastered = 0;
            for (List<Piece> timeline : timelines) {
                mastered += Judge.verdict(rule, timeline, NOW).count();
            }
            return mastered;
        });
        report(name, "judgements with explanations", () -> {
            long met = 0;
            for (List<Piece> timeline : timelines) {
                met += Judge.judge(rule, timeline, NOW)
                        .explanation()
                        .requirements()
                        .size();
            }
            return met;
        });
    }

    private static void report(String name, String what, LongSupplier work) {
        double[] millions = new double[RUNS];
        long kept = 0;
        for (int run = -RUNS; run < RUNS; run++) {
            long start = System.nanoTime();
            kept += work.getAsLong();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (run >= 0) {
                millions[run] = (double) TIMELINES * ENTRIES / seconds / 1e6;
            }
        }
        Arrays.sort(millions);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f to %.2f |%s%n",
                name,
                what,
                millions[RUNS / 2],
                millions[0],
                millions[RUNS - 1],
                kept == 42 ? " " : ""); // kept is looked at, so that no work can be left out
    }
}
