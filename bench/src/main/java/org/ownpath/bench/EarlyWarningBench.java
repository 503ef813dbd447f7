package org.ownpath.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ownpath.bench.WarnedSchool.Begun;
import org.ownpath.engine.estimate.Calibration;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.LearnerModel;
import org.ownpath.engine.simulate.Population;
import org.ownpath.engine.simulate.Population.Start;

/**
 * Early warning after two tries, on learners simulated by several models, each alone and all mixed as one school: how well
 * it tells who will not have mastered a competency after ten tries, beside what could be told by somebody who sees what is
 * hidden; how sure it is rightly; what a school finds that can look at one beginning in twenty or ten; for whom it is more
 * or less often right; and how all of that hangs on how far learners differ.
 */
public final class EarlyWarningBench {

    private static final List<Double> SPREADS = List.of(0.5, 1.0, 1.5, 2.0);

    private EarlyWarningBench() {}

    /** Prints a row for each model and for all mixed, rows for each group, and rows for learners who differ less or more. */
    public static void main(String[] args) {
        List<List<LearnerModel>> schools = Stream.concat(
                        LearnerModel.all().stream().map(List::of), Stream.of(LearnerModel.all()))
                .toList();
        standard(schools);
        System.out.println();
        spreads(schools);
    }

    private static void standard(List<List<LearnerModel>> schools) {
        heads(
                "learner model",
                "beginnings, missed",
                "AUC",
                "AUC of six plain numbers",
                "AUC if all were seen",
                "calibration error",
                "of the first 5% missed",
                "of the first 10% missed");
        List<String> groups = new ArrayList<>();
        for (List<LearnerModel> models : schools) {
            WarnedSchool school = new WarnedSchool(models, Population.standard());
            print(school);
            groups(school, groups);
        }
        System.out.println();
        heads(
                "learner model",
                "whose beginnings",
                "missed",
                "told",
                "warned of",
                "missed of those warned",
                "found of those missed");
        groups.forEach(System.out::println);
    }

    private static void spreads(List<List<LearnerModel>> schools) {
        heads(
                "learner model",
                "spread of rates, of starts",
                "missed",
                "AUC",
                "AUC of six plain numbers",
                "AUC if all were seen");
        for (List<LearnerModel> models : schools) {
            SPREADS.forEach(times -> spread(models, times, times));
        }
        for (double times : SPREADS) {
            if (times != 1) {
                spread(LearnerModel.all(), times, 1);
                spread(LearnerModel.all(), 1, times);
            }
        }
    }

    private static void heads(String... heads) {
        System.out.println("| " + String.join(" | ", heads) + " |");
        System.out.println("|" + "---|".repeat(heads.length));
    }

    private static void print(WarnedSchool school) {
        Calibration held = school.held();
        List<Begun> others = school.others();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d, %.0f%% | %.3f | %.3f | %.3f | %.3f | %.0f%% | %.0f%% |%n",
                school.name(),
                others.size(),
                100 * share(others),
                held.auc(),
                school.aucOfSix(),
                school.aucOfEverything(),
                held.massError(),
                100 * share(first(school, 20)),
                100 * share(first(school, 10)));
    }

    /** One more row: learners whose rates and starts lie so many times as far from each other as in the standard population. */
    private static void spread(List<LearnerModel> models, double rates, double starts) {
        Population standard = Population.standard();
        Start start = standard.start();
        WarnedSchool school = new WarnedSchool(
                models,
                new Population(
                        rates * standard.rateSpread(),
                        new Start(start.mean(), starts * start.spread(), start.correlation()),
                        standard.attendance()));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f, %.1f | %.0f%% | %.3f | %.3f | %.3f |%n",
                school.name(),
                rates,
                starts,
                100 * share(school.others()),
                school.held().auc(),
                school.aucOfSix(),
                school.aucOfEverything());
    }

    private static void groups(WarnedSchool school, List<String> groups) {
        double from = school.told(school.ranked().get(school.others().size() / 10));
        for (Group group : List.of(Group.SLOWER, Group.MIDDLE, Group.FASTER)) {
            groups.add(row(school, group.words(), from, b -> b.learner().group() == group));
        }
        groups.add(row(school, "began with nothing", from, b -> b.learner().start() == 0));
        groups.add(row(school, "began with more", from, b -> b.learner().start() > 0));
    }

    private static List<Begun> first(WarnedSchool school, int oneIn) {
        return school.ranked().subList(0, school.others().size() / oneIn);
    }

    private static double share(List<Begun> some) {
        return some.stream().mapToDouble(b -> b.missed() ? 1 : 0).average().orElse(Double.NaN);
    }

    private static String row(WarnedSchool school, String name, double from, Predicate<Begun> whose) {
        List<Begun> own = school.others().stream().filter(whose).toList();
        List<Begun> warned = own.stream().filter(b -> school.told(b) >= from).toList();
        double told = own.stream().mapToDouble(school::told).average().orElse(Double.NaN);
        double found = warned.stream().filter(Begun::missed).count()
                / (double) Math.max(1, own.stream().filter(Begun::missed).count());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f%% | %.1f%% | %.1f%% | %.0f%% | %.0f%% |",
                school.name(),
                name,
                100 * share(own),
                100 * told,
                100.0 * warned.size() / Math.max(1, own.size()),
                100 * share(warned),
                100 * found);
    }
}
