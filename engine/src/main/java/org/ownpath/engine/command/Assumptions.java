package org.ownpath.engine.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Presets;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.Checking;
import org.ownpath.engine.simulate.KnowledgeStructure;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Scenario;
import org.ownpath.engine.simulate.School;
import org.ownpath.engine.simulate.StructureCsv;
import org.ownpath.engine.simulate.StructureFormatException;
import org.ownpath.engine.simulate.Support;
import picocli.CommandLine.Option;

/** The options of a simulation that say what is assumed. */
final class Assumptions {

    private enum Supported {
        NONE,
        BATCH,
        MASTERY,
        BOTH
    }

    private static final Pattern M_OF_N = Pattern.compile("(\\d{1,3})-of-(\\d{1,3})");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "all",
            description = "knowledge-tracing, exponential, power, zone or all (default: ${DEFAULT-VALUE}).")
    private String model = "all";

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "13",
            description = "School years, 1 to 13 (default: ${DEFAULT-VALUE}).")
    private int years;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "4-of-5",
            description = "M-of-N of the last checks, or a preset such as best-2 (default: ${DEFAULT-VALUE}).")
    private String rule = "4-of-5";

    @Option(
            names = "--support",
            paramLabel = "WHERE",
            defaultValue = "none",
            description = "Who gets extra opportunities when behind: none, batch, mastery or both"
                    + " (default: ${DEFAULT-VALUE}).")
    private Supported support = Supported.NONE;

    @Option(
            names = "--extra",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many extra opportunities a year (default: ${DEFAULT-VALUE}).")
    private int extra;

    @Option(
            names = "--rate-spread",
            paramLabel = "X",
            defaultValue = "0.49",
            description = "Standard deviation of the logarithm of learning rates (default: ${DEFAULT-VALUE}).")
    private double rateSpread;

    @Option(
            names = "--structure",
            paramLabel = "FILE",
            description = "CSV with competency,level,prerequisites; without it 13 levels of 8 are generated.")
    private @Nullable Path structure;

    /** @throws IllegalArgumentException if an option cannot be; the message says which and the remedy */
    Scenario scenario() {
        return Scenario.standard()
                .with(School.standard().withYears(years)) // before the structure, which may have fewer levels
                .with(structure == null ? KnowledgeStructure.standard() : read(structure))
                .with(Population.standard().withRateSpread(rateSpread))
                .with(advancement())
                .with(new Support(extra, gives(Supported.BATCH), gives(Supported.MASTERY)));
    }

    /** @throws IllegalArgumentException if there is no model of this name */
    List<LearnerModel> models() {
        List<LearnerModel> chosen = LearnerModel.all().stream()
                .filter(each -> model.equals("all") || model.equals(each.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no learner model '" + model + "'. Use "
                    + String.join(
                            ", ",
                            LearnerModel.all().stream().map(LearnerModel::name).toList())
                    + " or all.");
        }
        return chosen;
    }

    private boolean gives(Supported to) {
        return support == to || support == Supported.BOTH;
    }

    private Advancement advancement() {
        Matcher mOfN = M_OF_N.matcher(rule);
        if (mOfN.matches()) {
            return new Advancement.MOfN(Integer.parseInt(mOfN.group(1)), Integer.parseInt(mOfN.group(2)));
        }
        return Advancement.by(Presets.find(rule, Checking.RIGHT)
                .orElseThrow(() -> new IllegalArgumentException("There is no rule '" + rule + "'. Use M-of-N or "
                        + String.join(
                                ", ",
                                Presets.forThreshold(Checking.RIGHT).stream()
                                        .map(preset -> preset.id())
                                        .toList())
                        + "."))
                .rule());
    }

    private static KnowledgeStructure read(Path file) {
        try {
            return StructureCsv.read(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " cannot be read. Check its name, or leave out --structure.", e);
        } catch (StructureFormatException e) {
            throw new IllegalArgumentException(file + ", " + e.getMessage(), e);
        }
    }
}
