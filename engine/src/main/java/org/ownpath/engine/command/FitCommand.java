package org.ownpath.engine.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.estimate.Calibration;
import org.ownpath.engine.estimate.EloSettings;
import org.ownpath.engine.estimate.ItemResponseModel;
import org.ownpath.engine.estimate.LearnerSplit;
import org.ownpath.engine.estimate.TracingBounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Fits an estimator to a file of answers, writes its parameters with standard errors as CSV and prints how well it
 * predicts learners it has not seen. Exit code 0, or 1 if the file or an option does not allow it.
 */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Fits an estimator to answers and prints how well it predicts learners that were held out.",
            "The file is CSV, or CSV in gzip: columns learner, skill, item, correct and perhaps at; or a matrix with one"
                    + " learner a row, one item a column and 1, 0 or nothing in it."
        })
public final class FitCommand implements Callable<Integer> {

    /** The models by the names they have on the command line. */
    enum Model {
        BKT("bkt"),
        ONE("1pl"),
        TWO("2pl"),
        THREE("3pl"),
        GRADED("graded"),
        ELO("elo"),
        NEXT_ANSWER("next-answer");

        private final String word;

        Model(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }

        static Model of(String word) {
            for (Model model : values()) {
                if (model.word.equals(word)) {
                    return model;
                }
            }
            throw new AnswerFileException("There is no model '" + word + "'. Choose one of " + List.of(values()) + ".");
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The answers.")
    private Path file = Path.of("");

    @Option(names = "--model", required = true, description = "bkt, 1pl, 2pl, 3pl, graded, elo or next-answer.")
    private String model = "";

    @Option(names = "--out", description = "Where to write the parameters; without it they go to standard output.")
    private Path out = Path.of("");

    @Option(names = "--held-out", description = "Share of learners to hold out, by default ${DEFAULT-VALUE}.")
    private double heldOut = 0.2;

    @Option(names = "--seed", description = "For the split and the starts, by default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--starts", description = "bkt: places to start from, by default ${DEFAULT-VALUE}.")
    private int starts = 20;

    @Option(names = "--forgetting", description = "bkt: fit forgetting as well.")
    private boolean forgetting;

    @Option(names = "--max-guess", description = "bkt: by default ${DEFAULT-VALUE}.")
    private double maxGuess = 0.5;

    @Option(names = "--max-slip", description = "bkt: by default ${DEFAULT-VALUE}.")
    private double maxSlip = 0.5;

    @Option(names = "--skip-columns", description = "Columns before the first item of a matrix.")
    private int skipColumns;

    @Override
    public Integer call() throws IOException {
        PrintWriter log = spec.commandLine().getErr();
        try {
            Model chosen = Model.of(model);
            ModelFitter fitter = fitter(chosen);
            int highest = chosen == Model.GRADED ? 14 : 1;
            List<AnswerRow> rows = AnswerFile.read(new AnswerFile.Source(file, highest, skipColumns));
            FittedModel fitted = fitter.fit(FitTask.of(rows, new LearnerSplit(heldOut, seed), log));
            write(fitted);
            report(fitted, log);
            return 0;
        } catch (AnswerFileException refused) {
            return refuse(log, refused.getMessage());
        } catch (IllegalArgumentException refused) {
            return refuse(log, file + ": " + refused.getMessage());
        }
    }

    private static int refuse(PrintWriter log, @Nullable String message) {
        log.println(message);
        log.flush();
        return 1;
    }

    private ModelFitter fitter(Model chosen) {
        return switch (chosen) {
            case BKT ->
                new TracingFitter(
                        new TracingBounds(maxGuess, maxSlip, forgetting),
                        starts,
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            case ONE -> new ItemFitter(ItemResponseModel.ONE_PARAMETER);
            case TWO -> new ItemFitter(ItemResponseModel.TWO_PARAMETER);
            case THREE -> new ItemFitter(ItemResponseModel.THREE_PARAMETER);
            case GRADED -> new GradedFitter();
            case ELO -> new EloFitter(EloSettings.standard());
            case NEXT_ANSWER -> new NextAnswerFitter();
        };
    }

    private void write(FittedModel fitted) throws IOException {
        PrintWriter standard = spec.commandLine().getOut();
        boolean toFile = !out.toString().isEmpty();
        CsvWriter csv =
                toFile ? CsvWriter.builder().build(out) : CsvWriter.builder().build(standard);
        csv.writeRecord(fitted.header());
        for (List<String> row : fitted.rows()) {
            csv.writeRecord(row);
        }
        csv.flush();
        if (toFile) {
            csv.close();
        }
    }

    /** Goes to standard output where the parameters go to a file, otherwise beside the progress. */
    private void report(FittedModel fitted, PrintWriter log) {
        PrintWriter to = out.toString().isEmpty() ? log : spec.commandLine().getOut();
        to.println(fitted.summary());
        int passedOver = fitted.predictions().passedOver();
        if (passedOver > 0) {
            to.println(passedOver + " held-out answers are to items or skills that the fit has not seen; left out.");
        }
        to.println(fitted.predictions()
                .calibration()
                .map(FitCommand::words)
                .orElse("No learner was held out, so there is no calibration."));
        to.flush();
    }

    private static String words(Calibration held) {
        return String.format(
                Locale.ROOT,
                "held out: %d predictions, AUC %.4f, log loss %.4f, Brier %.4f, calibration error %.4f (equal width)"
                        + " %.4f (equal mass)",
                held.answers(),
                held.auc(),
                held.logLoss(),
                held.brier(),
                held.widthError(),
                held.massError());
    }
}
