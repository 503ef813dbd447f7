package org.ownpath.engine.command;

import java.util.List;
import java.util.Locale;
import org.ownpath.engine.estimate.FitReport;

/**
 * What a fit gives: a table of parameters with their standard errors, how it went, and predictions of what was held out.
 */
record FittedModel(List<String> header, List<List<String>> rows, String summary, Predictions predictions) {

    static String summary(FitReport report) {
        return String.format(
                Locale.ROOT,
                "%d answers, log likelihood %.2f, %s after %d steps",
                report.responses(),
                report.logLikelihood(),
                report.converged() ? "converged" : "NOT converged",
                report.steps());
    }

    /** A number with six digits; empty where it is not a number. */
    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "";
    }
}
