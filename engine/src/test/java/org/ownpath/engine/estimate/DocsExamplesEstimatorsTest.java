package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.DocsPage;

/** The examples of docs/engine/estimators.md, line by line, with the output shown there. */
class DocsExamplesEstimatorsTest {

    private final StringBuilder shown = new StringBuilder();

    private void show(String format, Object... values) {
        shown.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    @Test
    void tracing() {
        KnowledgeTracing skill = new KnowledgeTracing(0.30, 0.15, 0.0, 0.20, 0.10);
        double mastery = skill.update(0.30, true);
        show("%.4f", mastery);
        show("%.4f", skill.predict(mastery));
        show("%.4f", skill.after(new byte[] {1, 1, 0, 1}));
        assertThat(shown).hasToString("0.7098\n0.6968\n0.9189\n");
    }

    @Test
    void tracing_fit() {
        byte[] responses = {0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1};
        int[] starts = {0, 4, 8, 12, 15, 18}; // five learners, and the end
        KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                ResponseSequences.of(responses, starts),
                TracingBounds.standard(),
                new KnowledgeTracingFit.Starts(
                        20, RandomGeneratorFactory.of("L64X128MixRandom").create(1)));
        show("%.2f %b", fit.report().logLikelihood(), fit.report().converged());
        assertThat(shown).hasToString("-7.28 true\n");
    }

    @Test
    void items() {
        List<String> names = List.of("add", "subtract", "multiply");
        byte[] answers = {1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0};
        ItemResponseFit fit = ItemResponseFit.of(AnswerMatrix.of(names, answers), ItemResponseModel.ONE_PARAMETER);
        for (ItemResponseFit.FittedItem item : fit.items()) {
            show("%s %.2f (%.2f)", item.name(), item.item().difficulty(), item.difficultyError());
        }
        assertThat(shown).hasToString("add -0.75 (0.64)\nsubtract -0.35 (0.61)\nmultiply 0.75 (0.69)\n");
    }

    @Test
    void posterior() {
        GradedItem essay = new GradedItem(1.5, List.of(-1.0, 0.2, 1.4));
        AbilityPosterior ana = AbilityPosterior.of(List.of(
                new Observation.Answer("quiz of 3 May", Item.of(1.8, 0.4), true),
                new Observation.Answer("quiz of 3 May", Item.of(1.2, 0.9), true),
                new Observation.Rating(new Rater("Ito", 0.4, 0.2), essay, 3)));
        double cut = 0.0;
        show("%.3f", ana.mastery(cut));
        show("%.2f to %.2f", ana.interval().low(), ana.interval().high());
        for (AbilityPosterior.Contribution piece : ana.contributions(cut)) {
            show("%s %+.2f", piece.piece().source(), piece.change());
        }
        show("%s", MasteryPolicy.of(cut, 4, 1).decide(ana).getClass().getSimpleName());
        assertThat(shown)
                .hasToString("0.989\n0.67 to 2.45\nquiz of 3 May +1.50\nquiz of 3 May +1.06\nIto +1.93\nPassed\n");
    }

    @Test
    void severities() {
        GradedItem essay = new GradedItem(1.5, List.of(-1.0, 0.2, 1.4));
        RatingBatch batch = new RatingBatch();
        for (int learner = 0; learner < 40; learner++) {
            int level = learner % 4;
            batch.add("learner " + learner, "Ito", essay, Math.max(0, level - 1));
            batch.add("learner " + learner, "Oduya", essay, level);
        }
        for (Rater rater : RaterSeverities.of(batch).raters()) {
            show("%s %+.2f (%.2f)", rater.name(), rater.severity(), rater.uncertainty());
        }
        assertThat(shown).hasToString("Ito +0.87 (0.36)\nOduya -0.24 (0.28)\n");
    }

    @Test
    void elo() {
        EloRatings elo = new EloRatings(EloSettings.standard());
        elo.update("Ana", "q1", true);
        elo.update("Ben", "q1", false);
        elo.update("Ana", "q2", true);
        show("%.3f %.3f", elo.predict("Ana", "q1"), elo.predict("Ben", "q1"));
        assertThat(shown).hasToString("0.689 0.334\n");
    }

    @Test
    void next_answer() {
        List<Attempt> attempts = List.of(
                Attempt.of("Ana", "sums", "q1", true),
                Attempt.of("Ana", "sums", "q2", true),
                Attempt.of("Ben", "sums", "q1", false),
                Attempt.of("Ben", "sums", "q2", true));
        NextAnswerModel model = NextAnswerModel.fit(attempts);
        NextAnswerModel.Learner cem = model.learner();
        cem.add(Attempt.of("Cem", "sums", "q1", true));
        show("%.2f", cem.predict("sums", "q2", Optional.empty()));
        assertThat(shown).hasToString("0.98\n");
    }

    @Test
    void early_warning() {
        MissRates<String> rates = new MissRates<>();
        rates.ended("halves", false, 4);
        rates.ended("thirds", true, 10);
        TrackRecord ana = new TrackRecord();
        ana.ended(true, 10, rates.of("thirds"));
        Beginning beginning =
                new Beginning(-0.67, -0.33, ana.summary(), rates.of("halves"), new Beginning.Before(0, 1.4));
        Beginning better =
                new Beginning(0, 0.33, new TrackRecord().summary(), rates.of("halves"), new Beginning.Before(0, 1.4));
        EarlyWarning warning =
                EarlyWarning.fit(List.of(new EarlyWarning.Case(beginning, true), new EarlyWarning.Case(better, false)));
        show("%.2f and %.2f", warning.probability(beginning), warning.probability(better));
        assertThat(shown).hasToString("0.97 and 0.03\n");
    }

    @Test
    void calibration() {
        Calibration held = Calibration.of(new double[] {0.9, 0.8, 0.3, 0.8}, new byte[] {1, 0, 0, 1});
        show("AUC %.3f, Brier %.3f, ECE %.3f", held.auc(), held.brier(), held.widthError());
        LearnerSplit split = new LearnerSplit(0.2, 1);
        show("%b", split.heldOut("Ana"));
        assertThat(shown).hasToString("AUC 0.875, Brier 0.195, ECE 0.250\nfalse\n");
    }

    @Test
    void every_line_of_the_examples_in_the_document_is_run_here() {
        DocsPage page = DocsPage.of("estimators.md");
        page.codeIsIn(getClass());
        assertThat(page.blocks("java")).hasSize(9);
    }
}
