package org.ownpath.support;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.engine.time.Memory;
import org.ownpath.engine.time.RecallGrade;
import org.ownpath.evidence.Try;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;

/**
 * What a student remembers of a competency, from the days on which it was shown. A good showing of something that builds
 * on it was a chance to remember it too, and counts as one.
 */
final class Recall {

    private static final Fsrs FSRS = Fsrs.standard();

    private Recall() {}

    /** The memory after all showings; empty where nothing was rated. */
    static Optional<Memory> of(SubjectWork work, CompetencyId competency) {
        TreeMap<LocalDate, RecallGrade> reviews = new TreeMap<>();
        work.tries(competency)
                .forEach(piece -> grade(piece, work.scale(competency))
                        .ifPresent(grade -> reviews.merge(day(piece), grade, Recall::better)));
        for (CompetencyId dependent : work.course().graph().dependents(competency)) {
            work.tries(dependent).stream()
                    .filter(piece -> grade(piece, work.scale(dependent))
                            .filter(grade -> grade.number() >= RecallGrade.GOOD.number())
                            .isPresent())
                    .forEach(piece -> reviews.merge(day(piece), RecallGrade.GOOD, Recall::better));
        }
        Memory memory = null;
        for (Map.Entry<LocalDate, RecallGrade> review : reviews.entrySet()) {
            memory = memory == null
                    ? FSRS.first(review.getValue(), review.getKey())
                    : FSRS.review(memory, review.getValue(), review.getKey());
        }
        return Optional.ofNullable(memory);
    }

    /** The highest level is easy, mastery is good, less than half of the way to it is not remembered. */
    private static Optional<RecallGrade> grade(Try piece, Scale scale) {
        if (piece.rating().isEmpty()) {
            return Optional.empty();
        }
        double value = piece.rating().getAsDouble();
        if (value >= scale.mastery()) {
            return Optional.of(value >= scale.highest() ? RecallGrade.EASY : RecallGrade.GOOD);
        }
        return Optional.of(value >= (scale.lowest() + scale.mastery()) / 2 ? RecallGrade.HARD : RecallGrade.AGAIN);
    }

    private static RecallGrade better(RecallGrade one, RecallGrade other) {
        return one.number() >= other.number() ? one : other;
    }

    private static LocalDate day(Try piece) {
        return SchoolTime.day(piece.shownAt());
    }
}
