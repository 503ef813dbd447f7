package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.State;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.engine.time.Memory;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;

/** Looks at what comes next: for what it builds on and may be fading, and for what nobody has asked for. */
final class NextStepLook {

    private static final Fsrs FSRS = Fsrs.standard();

    private NextStepLook() {}

    /**
     * A mastered competency that may be forgotten.
     *
     * @param from when it counts as fading; a refresh that the rule asks for needs no memory
     */
    private record Fading(Competency competency, Standing standing, Optional<Memory> memory, Instant from) {

        double recall(LocalDate today) {
            return memory.map(m -> FSRS.recall(m, today)).orElse(1.0);
        }
    }

    /** What needs a refresh by the rule; and what the work of these weeks builds on, long not shown and likely forgotten. */
    static Glance slipping(SubjectWork work, Thresholds thresholds) {
        List<Competency> current = work.competencies().stream()
                .filter(c -> work.begun(c.id()) && current(work, c, thresholds))
                .toList();
        Set<CompetencyId> builtOn = current.stream()
                .flatMap(c -> work.course().graph().prerequisites(c.id()).stream())
                .collect(Collectors.toSet());
        List<Fading> candidates = work.competencies().stream()
                .filter(c -> work.mastered(c.id()))
                .flatMap(c -> fading(work, c, builtOn.contains(c.id()), thresholds).stream())
                .sorted(Comparator.comparing(Fading::from))
                .toList();
        int enough = thresholds.slippingCompetencies();
        if (candidates.size() < enough) {
            return Glance.NOTHING;
        }
        Instant enoughFrom = candidates.get(enough - 1).from();
        if (enoughFrom.isAfter(work.now())) {
            return Glance.nothingBefore(Optional.of(enoughFrom));
        }
        Instant tomorrow = SchoolTime.start(today(work).plusDays(1));
        // the chance of recall falls with every day, and what is no longer worked on builds on nothing
        Optional<Instant> again = Glance.first(
                work.now(),
                Stream.concat(
                        Stream.of(tomorrow),
                        Stream.concat(
                                candidates.stream().map(Fading::from),
                                current.stream().map(c -> lastTry(work, c).plus(thresholds.current())))));
        return Glance.found(slipping(work, candidates, thresholds), again);
    }

    private static SubjectWork.Finding slipping(SubjectWork work, List<Fading> candidates, Thresholds thresholds) {
        LocalDate today = today(work);
        List<Fading> fading = candidates.stream()
                .filter(f -> !f.from().isAfter(work.now()))
                .sorted(Comparator.comparingDouble(f -> f.recall(today)))
                .toList();
        List<Competency> competencies = fading.stream().map(Fading::competency).toList();
        Instant lastShown = fading.get(0).standing().lastShownAt().orElse(Instant.EPOCH);
        String reason = "The work of these weeks builds on " + Wording.some(competencies) + ". '"
                + competencies.get(0).title() + "' was last shown on " + Wording.day(lastShown)
                + " and may be remembered by now with a chance of "
                + Math.round(100 * fading.get(0).recall(today)) + " percent.";
        return new SubjectWork.Finding(
                competencies.stream().map(Competency::id).toList(),
                lastShown.plus(thresholds.restAfterShown()),
                20 + Math.min(10, 2 * fading.size()),
                reason);
    }

    private static Optional<Fading> fading(
            SubjectWork work, Competency competency, boolean builtOn, Thresholds thresholds) {
        Standing standing = work.standing(competency.id()).orElseThrow();
        boolean old = standing.state() == State.NEEDS_REFRESH;
        Optional<Instant> refresh =
                old ? Optional.of(Instant.EPOCH) : standing.freshUntil().map(Glance::justAfter);
        Optional<Memory> memory = old || builtOn ? Recall.of(work, competency.id()) : Optional.empty();
        Optional<Instant> faded = memory.filter(m -> builtOn).map(m -> fadesFrom(m, standing, thresholds));
        return Stream.concat(refresh.stream(), faded.stream())
                .min(Instant::compareTo)
                .map(from -> new Fading(competency, standing, memory, from));
    }

    private static Instant fadesFrom(Memory memory, Standing standing, Thresholds thresholds) {
        Instant forgotten = SchoolTime.start(FSRS.dueWhenBelow(memory, thresholds.recall()));
        Instant rested =
                Glance.justAfter(standing.lastShownAt().orElse(Instant.EPOCH).plus(thresholds.restAfterShown()));
        return forgotten.isAfter(rested) ? forgotten : rested;
    }

    private static boolean current(SubjectWork work, Competency competency, Thresholds thresholds) {
        return lastTry(work, competency).isAfter(work.now().minus(thresholds.current()));
    }

    private static Instant lastTry(SubjectWork work, Competency competency) {
        List<Try> tries = work.tries(competency.id());
        return tries.isEmpty() ? Instant.EPOCH : tries.get(tries.size() - 1).shownAt();
    }

    private static LocalDate today(SubjectWork work) {
        return SchoolTime.day(work.now());
    }

    /** Something that could be shown, and since when. */
    private record Waiting(Competency competency, Instant since) {}

    /** Ready for weeks for several competencies, no more than a level above what is mastered, of which nothing was ever shown. */
    static Glance ready(SubjectWork work, Thresholds thresholds) {
        int highest = work.competencies().stream()
                .filter(c -> work.mastered(c.id()))
                .mapToInt(c -> c.level().orElse(0))
                .max()
                .orElse(0);
        List<Waiting> open = work.competencies().stream()
                .filter(c -> c.level().orElse(0) <= highest + 1)
                .filter(c -> work.standing(c.id()).isEmpty() && work.open(c.id()))
                .flatMap(c -> readySince(work, c).map(since -> new Waiting(c, since)).stream())
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
        if (open.size() < thresholds.readyCompetencies()) {
            return Glance.NOTHING;
        }
        Optional<Instant> again = Glance.first(
                work.now(), open.stream().map(w -> Glance.justAfter(w.since().plus(thresholds.readyFor()))));
        List<Waiting> waiting = open.stream()
                .filter(w -> w.since().isBefore(work.now().minus(thresholds.readyFor())))
                .toList();
        return waiting.size() < thresholds.readyCompetencies()
                ? Glance.nothingBefore(again)
                : Glance.found(ready(waiting, thresholds), again);
    }

    private static SubjectWork.Finding ready(List<Waiting> waiting, Thresholds thresholds) {
        List<Competency> competencies =
                waiting.stream().map(Waiting::competency).toList();
        Instant since = waiting.get(thresholds.readyCompetencies() - 1).since();
        String reason = "Everything before " + Wording.some(competencies) + " stands mastered since "
                + Wording.day(since) + " or longer, and nobody has asked for them.";
        return new SubjectWork.Finding(
                competencies.stream().map(Competency::id).toList(),
                since.plus(thresholds.readyFor()),
                10 + Math.min(15, 3 * competencies.size()),
                reason);
    }

    private static Optional<Instant> readySince(SubjectWork work, Competency competency) {
        return work.course().graph().prerequisites(competency.id()).stream()
                .flatMap(before -> work.standing(before).flatMap(Standing::masteredAt).stream())
                .max(Comparator.naturalOrder());
    }
}
