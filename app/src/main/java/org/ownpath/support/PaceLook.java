package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.time.Pace;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;

/** Looks at how fast a student goes: for a pause that is long for this student, and for haste without depth. */
final class PaceLook {

    /** Before anything is known: about one day of evidence in three weeks, and no sure thing. */
    private static final Pace ANYBODY = new Pace(1, 3);

    private static final long WATCHED_DAYS = 365;
    private static final int FEWEST_DAYS = 4;

    private PaceLook() {}

    /** A pause longer than nearly all that the student's own pace of the last year lets expect. */
    static Glance stalled(SubjectWork work, Thresholds thresholds) {
        List<Competency> open =
                work.competencies().stream().filter(c -> work.open(c.id())).toList();
        long[] days = work.competencies().stream()
                .flatMap(c -> work.tries(c.id()).stream())
                .mapToLong(piece -> SchoolTime.day(piece.shownAt()).toEpochDay())
                .sorted()
                .distinct()
                .toArray();
        if (days.length == 0 || open.isEmpty()) {
            return Glance.NOTHING;
        }
        long last = days[days.length - 1];
        long[] watched =
                Arrays.stream(days).filter(day -> day >= last - WATCHED_DAYS).toArray();
        if (watched.length < FEWEST_DAYS) {
            return Glance.NOTHING;
        }
        long shortest = thresholds.shortestPause().toDays();
        long pause = SchoolTime.day(work.now()).toEpochDay() - last;
        if (pause <= shortest) {
            return Glance.nothingBefore(Optional.of(start(last + shortest + 1)));
        }
        long limit = Math.max(shortest, Math.round(usualDays(watched, thresholds)));
        return pause <= limit
                ? Glance.nothingBefore(Optional.of(start(last + limit + 1)))
                : stalled(work, thresholds, new Pause(last, pause, limit), open);
    }

    /** In days: when it began, how long it is, and how long it may be. */
    private record Pause(long last, long days, long limit) {

        /** It rises by one for each tenth of a doubling. */
        int urgency(long afterDays) {
            return 35 + (int) Math.min(20, 10 * Math.log((double) afterDays / limit) / Math.log(2));
        }

        Optional<Instant> risesOn() {
            return LongStream.rangeClosed(days + 1, 4 * limit)
                    .filter(later -> urgency(later) > urgency(days))
                    .mapToObj(later -> start(last + later))
                    .findFirst();
        }
    }

    private static double usualDays(long[] watched, Thresholds thresholds) {
        double weeks = (watched[watched.length - 1] - watched[0]) / 7.0;
        return 7 * ANYBODY.after(watched.length - 1, weeks).weeksUntil(1, thresholds.pauseQuantile());
    }

    private static Glance stalled(SubjectWork work, Thresholds thresholds, Pause pause, List<Competency> open) {
        String reason = "Nothing shown in " + work.subject() + " since " + Wording.day(start(pause.last()))
                + ". At the pace of the year before, so long a pause comes once in "
                + Math.round(1 / (1 - thresholds.pauseQuantile())) + " times.";
        List<CompetencyId> begunFirst = open.stream()
                .sorted(Comparator.comparing((Competency c) -> !work.begun(c.id())))
                .limit(3)
                .map(Competency::id)
                .toList();
        return Glance.found(
                new SubjectWork.Finding(
                        begunFirst, start(pause.last() + pause.limit()), pause.urgency(pause.days()), reason),
                pause.risesOn());
    }

    /** Many masteries in a short time, nearly all of them by recall alone. */
    static Glance racing(SubjectWork work, Thresholds thresholds) {
        Instant from = work.now().minus(thresholds.racingWithin());
        List<Standing> lately = work.competencies().stream()
                .flatMap(c -> work.standing(c.id()).stream())
                .filter(s -> s.state().standing()
                        && s.masteredAt().filter(at -> at.isAfter(from)).isPresent())
                .sorted(Comparator.comparing((Standing s) -> s.masteredAt().orElseThrow())
                        .reversed())
                .toList();
        if (lately.size() < thresholds.racingMasteries()) {
            return Glance.NOTHING;
        }
        Optional<Instant> again = Glance.first(
                work.now(),
                lately.stream().map(s -> s.masteredAt().orElseThrow().plus(thresholds.racingWithin())));
        List<Standing> byRecall =
                lately.stream().filter(s -> byRecallAlone(work, s)).toList();
        if (byRecall.size() < thresholds.recallShare() * lately.size()) {
            return Glance.nothingBefore(again);
        }
        return Glance.found(racing(lately, byRecall, thresholds), again);
    }

    private static SubjectWork.Finding racing(List<Standing> lately, List<Standing> byRecall, Thresholds thresholds) {
        Instant first = lately.get(lately.size() - 1).masteredAt().orElseThrow();
        String reason = Wording.competencies(lately.size()) + " mastered since " + Wording.day(first) + ", "
                + (byRecall.size() == lately.size() ? "all" : byRecall.size()) + " by recall alone. Nothing shows yet"
                + " that they can be used.";
        return new SubjectWork.Finding(
                byRecall.stream().map(Standing::competency).toList(),
                lately.get(lately.size() - thresholds.racingMasteries())
                        .masteredAt()
                        .orElseThrow(),
                30 + Math.min(15, lately.size()),
                reason);
    }

    private static boolean byRecallAlone(SubjectWork work, Standing standing) {
        return work.tries(standing.competency()).stream()
                .filter(piece -> piece.rating().orElse(Double.NEGATIVE_INFINITY)
                        >= work.scale(standing.competency()).mastery())
                .allMatch(Try::byRecall);
    }

    private static Instant start(long epochDay) {
        return SchoolTime.start(LocalDate.ofEpochDay(epochDay));
    }
}
