package org.ownpath.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.ownpath.engine.estimate.Beginning;
import org.ownpath.engine.estimate.Calibration;
import org.ownpath.engine.estimate.EarlyWarning;
import org.ownpath.engine.estimate.LogisticRegression;
import org.ownpath.engine.estimate.MissRates;
import org.ownpath.engine.estimate.TrackRecord;
import org.ownpath.engine.simulate.Advancement;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.KnowledgeStructure;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Practice;

/**
 * Early warning after two tries, on learners simulated by several models: how well it tells who will not have mastered a
 * competency after ten tries, beside what could be told by somebody who sees what is hidden; how sure it is rightly; what
 * a school finds that can look at one beginning in twenty or ten; and for whom it is more or less often right.
 */
public final class EarlyWarningBench {

    private static final int LEARNERS = 2000;
    private static final int TRIES = 10;
    private static final int IN_A_ROW = 3;
    private static final int LEVELS = 5;
    private static final int A_LEVEL = 8;
    private static final long SEED = 20261128;

    private EarlyWarningBench() {}

    /** A beginning of a learner, how it ended, and what nobody sees. */
    private static final class Begun {
        private final Practice.Learner learner;
        private final EarlyWarning.Case told;
        private final double[] six;
        private final double[] everything;

        Begun(Practice.Learner learner, EarlyWarning.Case told, double[] six, double[] everything) {
            this.learner = learner;
            this.told = told;
            this.six = six;
            this.everything = everything;
        }
    }

    /** Prints a row for each model, and rows for each group. */
    public static void main(String[] args) {
        System.out.println(
                "| learner model | beginnings, missed | AUC | AUC of six plain numbers | AUC if all were seen | calibration error"
                        + " | of the first 5% missed | of the first 10% missed |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<String> groups = new ArrayList<>();
        for (LearnerModel model : LearnerModel.all()) {
            run(model, groups);
        }
        System.out.println();
        System.out.println("| learner model | whose beginnings | missed | told | warned of | missed of those warned"
                + " | found of those missed |");
        System.out.println("|---|---|---|---|---|---|---|");
        groups.forEach(System.out::println);
    }

    private static void run(LearnerModel model, List<String> groups) {
        Practice practice = new Practice(
                KnowledgeStructure.generated(LEVELS, A_LEVEL, 1),
                Population.standard(),
                new Advancement.MOfN(IN_A_ROW, IN_A_ROW),
                TRIES);
        List<Practice.Learner> learners = LongStream.range(0, 3L * LEARNERS)
                .mapToObj(number -> practice.learner(model, SEED, number))
                .toList();
        MissRates<Integer> rates = new MissRates<>();
        learners.subList(0, LEARNERS)
                .forEach(learner -> learner.worked()
                        .forEach(worked -> rates.ended(
                                worked.competency(),
                                !worked.mastered(),
                                worked.ratings().size())));
        List<Begun> known = begun(learners.subList(LEARNERS, 2 * LEARNERS), practice.structure(), rates);
        List<Begun> others = begun(learners.subList(2 * LEARNERS, 3 * LEARNERS), practice.structure(), rates);
        EarlyWarning warning =
                EarlyWarning.fit(known.stream().map(begun -> begun.told).toList());
        print(
                model,
                warning,
                others,
                List.of(auc(known, others, begun -> begun.six), auc(known, others, begun -> begun.everything)));
        List<Begun> ranked = others.stream()
                .sorted(Comparator.comparingDouble((Begun b) -> -warning.probability(b.told.beginning())))
                .toList();
        double from = warning.probability(ranked.get(others.size() / 10).told.beginning());
        for (Group group : List.of(Group.SLOWER, Group.MIDDLE, Group.FASTER)) {
            groups.add(row(model, group.words(), others, warning, from, b -> b.learner.group() == group));
        }
        groups.add(row(model, "began with nothing", others, warning, from, b -> b.learner.start() == 0));
        groups.add(row(model, "began with more", others, warning, from, b -> b.learner.start() > 0));
    }

    /** Every beginning of these learners, with what was known then. */
    private static List<Begun> begun(
            List<Practice.Learner> learners, KnowledgeStructure structure, MissRates<Integer> rates) {
        List<Begun> all = new ArrayList<>();
        for (Practice.Learner learner : learners) {
            TrackRecord record = new TrackRecord();
            List<Practice.Worked> worked = learner.worked();
            for (Practice.Worked each : worked) {
                TrackRecord.Summary own = record.summary();
                List<Integer> ratings = each.ratings();
                Beginning beginning = new Beginning(
                        (ratings.get(0) - 3) / 3.0,
                        (ratings.get(1) - 3) / 3.0,
                        own,
                        rates.of(each.competency()),
                        before(structure.prerequisites(each.competency()), worked));
                double[] everything = {
                    Math.log(learner.rate()),
                    each.hidden().knows() ? 1 : 0,
                    each.hidden().missing(),
                    each.hidden().knows() ? 0 : Math.log(learner.rate()),
                    each.hidden().knows() ? 0 : each.hidden().missing(),
                    ratings.get(0) >= 3 ? 1 : 0,
                    ratings.get(1) >= 3 ? 1 : 0,
                    rates.of(each.competency()).missed()
                };
                double[] six = {
                    ratings.get(0) >= 3 ? 1 : 0,
                    ratings.get(1) >= 3 ? 1 : 0,
                    own.right(),
                    own.missed(),
                    own.ended(),
                    rates.of(each.competency()).missed()
                };
                all.add(new Begun(learner, new EarlyWarning.Case(beginning, !each.mastered()), six, everything));
                ratings.forEach(rating -> record.tried(rating >= 3));
                record.ended(!each.mastered(), ratings.size(), rates.of(each.competency()));
            }
        }
        return all;
    }

    private static Beginning.Before before(List<Integer> prerequisites, List<Practice.Worked> worked) {
        List<Practice.Worked> these = prerequisites.stream().map(worked::get).toList();
        return new Beginning.Before(
                (int) these.stream().filter(p -> !p.mastered()).count(),
                these.stream()
                        .mapToDouble(p -> Math.log(p.ratings().size()))
                        .average()
                        .orElse(0));
    }

    /** What a plain logistic regression over some numbers tells. */
    private static double auc(List<Begun> known, List<Begun> others, Function<Begun, double[]> numbers) {
        LogisticRegression plain =
                LogisticRegression.fit(known.stream().map(numbers).toArray(double[][]::new), missed(known));
        double[] told = others.stream()
                .mapToDouble(b -> plain.probability(numbers.apply(b)))
                .toArray();
        return Calibration.of(told, missed(others)).auc();
    }

    private static byte[] missed(List<Begun> some) {
        byte[] missed = new byte[some.size()];
        for (int i = 0; i < missed.length; i++) {
            missed[i] = (byte) (some.get(i).told.missed() ? 1 : 0);
        }
        return missed;
    }

    private static void print(LearnerModel model, EarlyWarning warning, List<Begun> others, List<Double> beside) {
        Calibration held =
                warning.calibration(others.stream().map(begun -> begun.told).toList());
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d, %.0f%% | %.3f | %.3f | %.3f | %.3f | %.0f%% | %.0f%% |%n",
                model.name(),
                others.size(),
                100 * share(others),
                held.auc(),
                beside.get(0),
                beside.get(1),
                held.massError(),
                100 * share(first(others, warning, 20)),
                100 * share(first(others, warning, 10)));
    }

    private static List<Begun> first(List<Begun> others, EarlyWarning warning, int oneIn) {
        return others.stream()
                .sorted(Comparator.comparingDouble((Begun b) -> -warning.probability(b.told.beginning())))
                .limit(others.size() / oneIn)
                .toList();
    }

    private static double share(List<Begun> some) {
        return some.stream().mapToDouble(b -> b.told.missed() ? 1 : 0).average().orElse(Double.NaN);
    }

    private static String row(
            LearnerModel model,
            String name,
            List<Begun> others,
            EarlyWarning warning,
            double from,
            Predicate<Begun> whose) {
        List<Begun> own = others.stream().filter(whose).toList();
        List<Begun> warned = own.stream()
                .filter(b -> warning.probability(b.told.beginning()) >= from)
                .toList();
        double told = own.stream()
                .mapToDouble(b -> warning.probability(b.told.beginning()))
                .average()
                .orElse(Double.NaN);
        double found = warned.stream().filter(b -> b.told.missed()).count()
                / (double) Math.max(1, own.stream().filter(b -> b.told.missed()).count());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f%% | %.1f%% | %.1f%% | %.0f%% | %.0f%% |",
                model.name(),
                name,
                100 * share(own),
                100 * told,
                100.0 * warned.size() / Math.max(1, own.size()),
                100 * share(warned),
                100 * found);
    }
}
