package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Result;
import org.ownpath.engine.time.Pace;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;

/** Looks at how fast a student goes: for a pause that is long for this student, and for haste without depth. */
final class PaceLook {

    /** Before anything is known: about one day of evidence in three weeks, and no sure thing. */
    private static final Pace ANYBODY = new Pace(1, 3);

    private static final long WATCHED_DAYS = 365;
    private static final int FEWEST_DAYS = 4;

    private PaceLook() {}

    /** A pause longer than nearly all that the student's own pace of the last year lets expect. */
    static Optional<SubjectWork.Finding> stalled(SubjectWork work, Thresholds thresholds) {
        TreeSet<LocalDate> days = new TreeSet<>();
        work.competencies().forEach(c -> work.tries(c.id()).forEach(piece -> days.add(day(piece.shownAt()))));
        List<Competency> open =
                work.competencies().stream().filter(c -> work.open(c.id())).toList();
        if (days.isEmpty() || open.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = days.last();
        List<LocalDate> watched = days.stream()
                .filter(d -> !d.isBefore(last.minusDays(WATCHED_DAYS)))
                .toList();
        if (watched.size() < FEWEST_DAYS) {
            return Optional.empty();
        }
        double weeks = ChronoUnit.DAYS.between(watched.get(0), last) / 7.0;
        double usual = 7 * ANYBODY.after(watched.size() - 1, weeks).weeksUntil(1, thresholds.pauseQuantile());
        long limit = Math.max(thresholds.shortestPause().toDays(), Math.round(usual));
        long pause = ChronoUnit.DAYS.between(last, day(work.now()));
        if (pause <= limit) {
            return Optional.empty();
        }
        String reason = "Nothing shown in " + work.subject() + " since "
                + Wording.day(last.atStartOfDay(ZoneOffset.UTC).toInstant()) + ". At the pace of the year before, so"
                + " long a pause comes once in " + Math.round(1 / (1 - thresholds.pauseQuantile())) + " times.";
        int urgency = 35 + (int) Math.min(20, 10 * Math.log((double) pause / limit) / Math.log(2));
        return Optional.of(new SubjectWork.Finding(
                open.stream()
                        .sorted(Comparator.comparing((Competency c) -> !work.begun(c.id())))
                        .limit(3)
                        .map(Competency::id)
                        .toList(),
                last.plusDays(limit).atStartOfDay(ZoneOffset.UTC).toInstant(),
                urgency,
                reason));
    }

    /** Many masteries in a short time, nearly all of them by recall alone. */
    static Optional<SubjectWork.Finding> racing(SubjectWork work, Thresholds thresholds) {
        Instant from = work.now().minus(thresholds.racingWithin());
        List<Standing> lately = work.competencies().stream()
                .flatMap(c -> work.standing(c.id()).stream())
                .filter(s -> s.state().standing()
                        && s.masteredAt().filter(at -> at.isAfter(from)).isPresent())
                .sorted(Comparator.comparing((Standing s) -> s.masteredAt().orElseThrow())
                        .reversed())
                .toList();
        List<Standing> byRecall =
                lately.stream().filter(s -> byRecallAlone(work, s)).toList();
        boolean racing = lately.size() >= thresholds.racingMasteries()
                && byRecall.size() >= thresholds.recallShare() * lately.size();
        if (!racing) {
            return Optional.empty();
        }
        Instant first = lately.get(lately.size() - 1).masteredAt().orElseThrow();
        String reason = Wording.competencies(lately.size()) + " mastered since " + Wording.day(first) + ", "
                + (byRecall.size() == lately.size() ? "all" : byRecall.size()) + " by recall alone. Nothing shows yet"
                + " that they can be used.";
        return Optional.of(new SubjectWork.Finding(
                byRecall.stream().map(Standing::competency).toList(),
                lately.get(lately.size() - thresholds.racingMasteries())
                        .masteredAt()
                        .orElseThrow(),
                30 + Math.min(15, lately.size()),
                reason));
    }

    private static boolean byRecallAlone(SubjectWork work, Standing standing) {
        return work.tries(standing.competency()).stream()
                .filter(piece -> piece.result() instanceof Result.Rated rated
                        && rated.value() >= work.scale(standing.competency()).mastery())
                .map(Piece::depth)
                .allMatch(depth -> depth == Depth.RECALL);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
