package org.ownpath.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Competency;
import org.ownpath.shared.CompetencyId;

/** Looks at the latest tries at what is not mastered: for no growth, and for guessing. */
final class TriesLook {

    private TriesLook() {}

    /** The rated tries of late at one competency. */
    private record Tries(Competency competency, List<Try> pieces) {

        double rating(int i) {
            return pieces.get(i).rating().orElseThrow();
        }

        int count() {
            return pieces.size();
        }

        Instant shownAt(int i) {
            return pieces.get(i).shownAt();
        }

        double best(int from, int to) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                best = Math.max(best, rating(i));
            }
            return best;
        }

        /** The mean distance from each result to the next. */
        double swing() {
            double sum = 0;
            for (int i = 1; i < count(); i++) {
                sum += Math.abs(rating(i) - rating(i - 1));
            }
            return sum / (count() - 1);
        }

        String ratings() {
            return pieces.stream()
                    .map(piece ->
                            Result.rated(piece.rating().orElseThrow()).words().replace("rated ", ""))
                    .collect(Collectors.joining(", "));
        }
    }

    /** The best of the last tries is no better than the best of those before, and no mastery. */
    static Glance stuck(SubjectWork work, Thresholds thresholds) {
        List<Tries> enough = tries(work, thresholds);
        return new Glance(stuck(enough, work, thresholds), again(enough, work, thresholds));
    }

    private static Optional<SubjectWork.Finding> stuck(List<Tries> enough, SubjectWork work, Thresholds thresholds) {
        List<Tries> stuck = enough.stream()
                .filter(t -> {
                    int from = t.count() - thresholds.lastTries();
                    double last = t.best(from, t.count());
                    return last <= t.best(0, from)
                            && last < work.scale(t.competency().id()).mastery();
                })
                .toList();
        return stuck.stream().findFirst().map(most -> {
            Instant since = most.shownAt(most.count() - thresholds.lastTries());
            String reason = most.count() + " tries at '" + most.competency().title() + "' since "
                    + Wording.day(most.shownAt(0)) + ", and the last " + thresholds.lastTries()
                    + " are no better than those before."
                    + (stuck.size() > 1
                            ? " The same holds for " + Wording.competencies(stuck.size() - 1) + " more."
                            : "");
            int urgency =
                    60 + Math.min(24, 4 * (most.count() - thresholds.tries())) + Math.min(12, 4 * (stuck.size() - 1));
            return new SubjectWork.Finding(ids(stuck), since, urgency, reason);
        });
    }

    /** Very many tries over any time, the last of late, and no mastery. */
    static Glance spinning(SubjectWork work, Thresholds thresholds) {
        Instant current = work.now().minus(thresholds.current());
        List<Tries> spinning = work.competencies().stream()
                .filter(c -> work.tries(c.id()).size() >= thresholds.spinningTries() && work.begun(c.id()))
                .map(c -> new Tries(c, rated(work.tries(c.id()))))
                .filter(tries -> tries.count() >= thresholds.spinningTries()
                        && !tries.shownAt(tries.count() - 1).isBefore(current))
                .sorted(Comparator.comparingInt(Tries::count).reversed())
                .toList();
        Optional<Instant> again = Glance.first(
                work.now(),
                spinning.stream()
                        .map(tries -> Glance.justAfter(
                                tries.shownAt(tries.count() - 1).plus(thresholds.current()))));
        return new Glance(spinning.stream().findFirst().map(most -> spinning(most, ids(spinning), thresholds)), again);
    }

    private static SubjectWork.Finding spinning(Tries most, List<CompetencyId> all, Thresholds thresholds) {
        String reason = most.count() + " tries at '" + most.competency().title() + "' since "
                + Wording.day(most.shownAt(0)) + " and no mastery. More of the same will hardly help."
                + (all.size() > 1 ? " The same holds for " + Wording.competencies(all.size() - 1) + " more." : "");
        int urgency = 64 + Math.min(24, 2 * (most.count() - thresholds.spinningTries()));
        return new SubjectWork.Finding(all, most.shownAt(thresholds.spinningTries() - 1), urgency, reason);
    }

    private static List<Try> rated(List<Try> pieces) {
        return pieces.stream().filter(piece -> piece.rating().isPresent()).toList();
    }

    /** The results of tests jump up and down. */
    static Glance guessing(SubjectWork work, Thresholds thresholds) {
        List<Tries> enough = tries(work, thresholds);
        return new Glance(guessing(enough, thresholds), again(enough, work, thresholds));
    }

    private static Optional<SubjectWork.Finding> guessing(List<Tries> enough, Thresholds thresholds) {
        List<Tries> guessing = enough.stream()
                .filter(t -> t.pieces().stream().allMatch(piece -> piece.byTest() && piece.byRecall()))
                .filter(t -> t.swing() >= thresholds.swing())
                .toList();
        return guessing.stream().findFirst().map(most -> {
            String reason = "Tests of '" + most.competency().title() + "' went " + most.ratings()
                    + ": up and down, as by chance."
                    + (guessing.size() > 1
                            ? " So did those of " + Wording.competencies(guessing.size() - 1) + " more."
                            : "");
            int urgency = 50 + Math.min(10, 5 * (guessing.size() - 1));
            return new SubjectWork.Finding(ids(guessing), most.shownAt(thresholds.tries() - 1), urgency, reason);
        });
    }

    /** Time alone takes tries away, never adds any: those with too few stay so. */
    private static Optional<Instant> again(List<Tries> enough, SubjectWork work, Thresholds thresholds) {
        return Glance.first(
                work.now(),
                enough.stream()
                        .flatMap(tries -> Stream.of(
                                tries.shownAt(0).plus(thresholds.recent()),
                                tries.shownAt(tries.count() - 1).plus(thresholds.current())))
                        .map(Glance::justAfter));
    }

    /** Those with enough tries of late, most tries first. */
    private static List<Tries> tries(SubjectWork work, Thresholds thresholds) {
        Instant from = work.now().minus(thresholds.recent());
        Instant current = work.now().minus(thresholds.current());
        List<Tries> found = new ArrayList<>();
        for (Competency competency : work.competencies()) {
            List<Try> all = work.tries(competency.id());
            if (all.size() >= thresholds.tries() && work.begun(competency.id())) {
                List<Try> rated = rated(all).stream()
                        .filter(piece -> !piece.shownAt().isBefore(from))
                        .toList();
                Tries tries = new Tries(competency, rated);
                if (tries.count() >= thresholds.tries()
                        && !tries.shownAt(tries.count() - 1).isBefore(current)) {
                    found.add(tries);
                }
            }
        }
        found.sort(Comparator.comparingInt(Tries::count).reversed());
        return found;
    }

    private static List<CompetencyId> ids(List<Tries> tries) {
        return tries.stream().map(t -> t.competency().id()).toList();
    }
}
