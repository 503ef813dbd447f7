package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.KnowledgeStructure;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Practice;

/** What can be told of a beginning, and that it holds for others. */
class EarlyWarningTest {

    private static final Practice PRACTICE =
            new Practice(KnowledgeStructure.generated(3, 6, 1), Population.standard(), new Advancement.MOfN(3, 3), 10);

    @Test
    void a_logistic_regression_finds_the_weights_that_made_the_outcomes() {
        Random random = new Random(7);
        int cases = 40_000;
        double[][] rows = new double[cases][];
        byte[] happened = new byte[cases];
        for (int i = 0; i < cases; i++) {
            rows[i] = new double[] {random.nextGaussian(), 50 + 10 * random.nextGaussian(), 3};
            double score = -1 + 2 * rows[i][0] - 0.1 * (rows[i][1] - 50);
            happened[i] = (byte) (random.nextDouble() < Logistic.of(score) ? 1 : 0);
        }
        LogisticRegression fitted = LogisticRegression.fit(rows, happened);
        for (double[] row : List.of(new double[] {0, 50, 3}, new double[] {1, 50, 3}, new double[] {-1, 60, 3})) {
            double score = -1 + 2 * row[0] - 0.1 * (row[1] - 50);
            assertThat(fitted.probability(row)).isCloseTo(Logistic.of(score), within(0.02));
        }
    }

    @Test
    void of_learners_it_has_not_seen_it_is_as_sure_as_it_is_right() {
        for (LearnerModel model : LearnerModel.all()) {
            MissRates<Integer> rates = new MissRates<>();
            learners(model, 0)
                    .forEach(learner -> learner.worked()
                            .forEach(w -> rates.ended(
                                    w.competency(), !w.mastered(), w.ratings().size())));
            EarlyWarning warning = EarlyWarning.fit(cases(learners(model, 1), rates));
            Calibration held = warning.calibration(cases(learners(model, 2), rates));
            assertThat(held.auc()).as(model.name()).isGreaterThan(0.72);
            assertThat(held.massError()).as(model.name()).isLessThan(0.03);
        }
    }

    @Test
    void who_is_usually_slow_or_lacks_what_comes_before_is_warned_of_sooner() {
        LearnerModel model = LearnerModel.all().get(0);
        MissRates<Integer> rates = new MissRates<>();
        EarlyWarning warning = EarlyWarning.fit(cases(learners(model, 1), rates));
        MissRates.Hardness usual = rates.of(5);
        TrackRecord.Summary slow = new TrackRecord.Summary(0.4, 0.5, 0.4, 12);
        TrackRecord.Summary quick = new TrackRecord.Summary(-0.2, -0.5, 0.8, 12);
        Beginning.Before all = new Beginning.Before(0, 1.3);
        Beginning.Before gaps = new Beginning.Before(2, 1.3);
        assertThat(warning.probability(new Beginning(-0.5, -0.5, slow, usual, all)))
                .isGreaterThan(warning.probability(new Beginning(-0.5, -0.5, quick, usual, all)));
        assertThat(warning.probability(new Beginning(-0.5, -0.5, slow, usual, gaps)))
                .isGreaterThan(warning.probability(new Beginning(-0.5, -0.5, slow, usual, all)));
        assertThat(warning.probability(new Beginning(-0.5, -0.5, slow, usual, all)))
                .isGreaterThan(warning.probability(new Beginning(-0.5, 0.2, slow, usual, all)));
    }

    @Test
    void somebody_of_whom_nothing_is_known_has_fared_as_anybody() {
        TrackRecord record = new TrackRecord();
        assertThat(record.summary()).isEqualTo(new TrackRecord.Summary(0, 0, 0.5, 0));
        MissRates.Hardness even = new MissRates.Hardness(0, Math.log(5));
        record.ended(true, 10, even);
        assertThat(record.summary().missed()).isEqualTo(0.5 / 4, within(1e-9));
        assertThat(record.summary().logTries()).isEqualTo(Math.log(2) / 4, within(1e-9));
    }

    private static List<Practice.Learner> learners(LearnerModel model, long which) {
        return LongStream.range(600 * which, 600 * (which + 1))
                .mapToObj(number -> PRACTICE.learner(model, 3, number))
                .toList();
    }

    private static List<EarlyWarning.Case> cases(List<Practice.Learner> learners, MissRates<Integer> rates) {
        List<EarlyWarning.Case> cases = new ArrayList<>();
        for (Practice.Learner learner : learners) {
            TrackRecord record = new TrackRecord();
            for (Practice.Worked worked : learner.worked()) {
                List<Integer> ratings = worked.ratings();
                MissRates.Hardness hardness = rates.of(worked.competency());
                Beginning.Before before = before(worked.competency(), learner.worked());
                Beginning beginning = new Beginning(
                        (ratings.get(0) - 3) / 3.0, (ratings.get(1) - 3) / 3.0, record.summary(), hardness, before);
                cases.add(new EarlyWarning.Case(beginning, !worked.mastered()));
                ratings.forEach(rating -> record.tried(rating >= 3));
                record.ended(!worked.mastered(), ratings.size(), hardness);
            }
        }
        return cases;
    }

    private static Beginning.Before before(int competency, List<Practice.Worked> worked) {
        List<Practice.Worked> these = PRACTICE.structure().prerequisites(competency).stream()
                .map(worked::get)
                .toList();
        return new Beginning.Before(
                (int) these.stream().filter(p -> !p.mastered()).count(),
                these.stream()
                        .mapToDouble(p -> Math.log(p.ratings().size()))
                        .average()
                        .orElse(0));
    }
}
