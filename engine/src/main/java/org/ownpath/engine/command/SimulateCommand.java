package org.ownpath.engine.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Results;
import org.ownpath.engine.simulate.Run;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates a population under batch promotion by age and under advancement upon mastery, and prints what came of it. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes the same learners through batch promotion by age and through advancement upon mastery.",
            "What comes out follows from the assumptions. It is no forecast."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int STOPPED = 130;

    @Mixin
    private final Assumptions assumptions = new Assumptions();

    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many learners (default: ${DEFAULT-VALUE}).")
    private long learners;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same results (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; results do not depend on them.")
    private int threads = Math.min(256, Runtime.getRuntime().availableProcessors());

    @Option(names = "--output", paramLabel = "FILE", description = "Write every outcome of every year to this CSV.")
    private @Nullable Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    /** 0 when done, 2 for options that cannot be, 1 when the output cannot be written, 130 when stopped. */
    @Override
    public Integer call() {
        Scenario scenario;
        List<LearnerModel> models;
        Run run;
        try {
            scenario = assumptions.scenario();
            models = assumptions.models();
            run = new Run(seed, learners, threads);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        requireWritable();
        return run(scenario, models, run);
    }

    private void requireWritable() {
        Path parent = output == null ? null : output.toAbsolutePath().getParent();
        if (parent != null && !Files.isWritable(parent)) {
            throw new ParameterException(
                    spec.commandLine(), "The folder " + parent + " cannot be written to. Create it or name another.");
        }
    }

    private int run(Scenario scenario, List<LearnerModel> models, Run run) {
        List<Results> all = new ArrayList<>();
        for (LearnerModel model : models) {
            Simulation.Outcome outcome = Simulation.run(scenario, model, run, progress(model));
            if (outcome instanceof Simulation.Finished finished) {
                all.add(finished.results());
            } else if (outcome instanceof Simulation.Stopped stopped) {
                spec.commandLine()
                        .getErr()
                        .println("Stopped after " + stopped.done() + " of " + stopped.total() + " learners.");
                return STOPPED;
            }
        }
        new OutcomeTable(spec.commandLine().getOut()).print(all);
        return output == null ? 0 : write(all, output);
    }

    private Progress progress(LearnerModel model) {
        return new Progress(model.name(), spec.commandLine().getErr());
    }

    private int write(List<Results> all, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            OutcomeCsv.write(all, out);
            return 0;
        } catch (IOException | UncheckedIOException e) {
            spec.commandLine()
                    .getErr()
                    .println(file + " could not be written: " + e.getMessage() + ". Name another with --output.");
            return 1;
        }
    }
}
