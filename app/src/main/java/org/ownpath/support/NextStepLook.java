package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.State;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;

/** Looks at what comes next: for what it builds on and may be fading, and for what nobody has asked for. */
final class NextStepLook {

    private static final Fsrs FSRS = Fsrs.standard();

    private NextStepLook() {}

    /** A mastered competency and the chance that it is still remembered. */
    private record Fading(Competency competency, Standing standing, double recall) {}

    /** What needs a refresh by the rule; and what the work of these weeks builds on, long not shown and likely forgotten. */
    static Optional<SubjectWork.Finding> slipping(SubjectWork work, Thresholds thresholds) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        Set<CompetencyId> builtOn = work.competencies().stream()
                .filter(c -> work.begun(c.id()) && current(work, c, thresholds))
                .flatMap(c -> work.course().graph().prerequisites(c.id()).stream())
                .collect(Collectors.toSet());
        List<Fading> fading = work.competencies().stream()
                .filter(c -> work.mastered(c.id()))
                .map(c -> new Fading(c, work.standing(c.id()).orElseThrow(), recall(work, c, today)))
                .filter(f -> f.standing().state() == State.NEEDS_REFRESH
                        || (builtOn.contains(f.competency().id()) && fades(f, work, thresholds)))
                .sorted(Comparator.comparingDouble(Fading::recall))
                .toList();
        if (fading.size() < thresholds.slippingCompetencies()) {
            return Optional.empty();
        }
        List<Competency> competencies = fading.stream().map(Fading::competency).toList();
        Instant lastShown = fading.get(0).standing().lastShownAt().orElse(Instant.EPOCH);
        String reason = "The work of these weeks builds on " + Wording.some(competencies) + ". '"
                + competencies.get(0).title() + "' was last shown on " + Wording.day(lastShown)
                + " and may be remembered by now with a chance of "
                + Math.round(100 * fading.get(0).recall()) + " percent.";
        return Optional.of(new SubjectWork.Finding(
                competencies.stream().map(Competency::id).toList(),
                lastShown.plus(thresholds.restAfterShown()),
                20 + Math.min(10, 2 * fading.size()),
                reason));
    }

    private static boolean current(SubjectWork work, Competency competency, Thresholds thresholds) {
        Instant from = work.now().minus(thresholds.current());
        return work.tries(competency.id()).stream()
                .anyMatch(piece -> piece.shownAt().isAfter(from));
    }

    private static boolean fades(Fading fading, SubjectWork work, Thresholds thresholds) {
        Instant lastShown = fading.standing().lastShownAt().orElse(Instant.EPOCH);
        return fading.recall() < thresholds.recall()
                && lastShown.isBefore(work.now().minus(thresholds.restAfterShown()));
    }

    /** Ready for weeks for several competencies, no more than a level above what is mastered, of which nothing was ever shown. */
    static Optional<SubjectWork.Finding> ready(SubjectWork work, Thresholds thresholds) {
        record Waiting(Competency competency, Instant since) {}
        int highest = work.competencies().stream()
                .filter(c -> work.mastered(c.id()))
                .mapToInt(c -> c.level().orElse(0))
                .max()
                .orElse(0);
        List<Waiting> waiting = work.competencies().stream()
                .filter(c -> c.level().orElse(0) <= highest + 1)
                .filter(c -> work.standing(c.id()).isEmpty() && work.open(c.id()))
                .flatMap(c -> readySince(work, c).map(since -> new Waiting(c, since)).stream())
                .filter(w -> w.since().isBefore(work.now().minus(thresholds.readyFor())))
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
        if (waiting.size() < thresholds.readyCompetencies()) {
            return Optional.empty();
        }
        List<Competency> competencies =
                waiting.stream().map(Waiting::competency).toList();
        Instant since = waiting.get(thresholds.readyCompetencies() - 1).since();
        String reason = "Everything before " + Wording.some(competencies) + " stands mastered since "
                + Wording.day(since) + " or longer, and nobody has asked for "
                + (competencies.size() == 1 ? "it." : "them.");
        return Optional.of(new SubjectWork.Finding(
                competencies.stream().map(Competency::id).toList(),
                since.plus(thresholds.readyFor()),
                10 + Math.min(15, 3 * competencies.size()),
                reason));
    }

    private static Optional<Instant> readySince(SubjectWork work, Competency competency) {
        return work.course().graph().prerequisites(competency.id()).stream()
                .flatMap(before -> work.standing(before).flatMap(Standing::masteredAt).stream())
                .max(Comparator.naturalOrder());
    }

    private static double recall(SubjectWork work, Competency competency, LocalDate today) {
        return Recall.of(work, competency.id())
                .map(memory -> FSRS.recall(memory, today))
                .orElse(1.0);
    }
}
