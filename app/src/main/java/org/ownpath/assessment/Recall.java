package org.ownpath.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Result;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.engine.time.Memory;
import org.ownpath.engine.time.RecallGrade;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/**
 * How likely somebody still recalls what they have shown, by the free spaced repetition scheduler with its published
 * weights: every showing is a review, graded by its rating on the scale.
 *
 * @param last the day on which it was last shown
 * @param chance the chance of recall today, from 0 to 1
 */
public record Recall(LocalDate last, double chance) {

    private static final Fsrs FSRS = Fsrs.standard();

    /** From what stands in the ledger; empty where nothing was rated. */
    public static Optional<Recall> of(List<Piece> pieces, Scale scale, LocalDate today) {
        Memory memory = null;
        for (Piece piece :
                pieces.stream().sorted(Comparator.comparing(Piece::shownAt)).toList()) {
            if (piece.form() != Form.SELF_ASSESSMENT && piece.result() instanceof Result.Rated rated) {
                LocalDate day = SchoolTime.day(piece.shownAt());
                RecallGrade grade = grade(rated.value(), scale);
                memory = memory == null ? FSRS.first(grade, day) : FSRS.review(memory, grade, day);
            }
        }
        return Optional.ofNullable(memory)
                .filter(m -> !m.reviewedOn().isAfter(today))
                .map(m -> new Recall(m.reviewedOn(), FSRS.recall(m, today)));
    }

    /** The chance of recall below which a short check of it is proposed, by what was chosen. */
    public static double checkedBelow(ChoiceBook choices, Competency competency, Instant at) {
        return choices.inForce(Settings.RETENTION, Place.DISTRICT.subject(competency.subject()), at) / 100.0;
    }

    /** Mastery is good, the top of the scale easy, up to one level below mastery hard, anything below not recalled. */
    static RecallGrade grade(double rating, Scale scale) {
        if (rating >= scale.mastery()) {
            return rating >= scale.highest() && scale.highest() > scale.mastery() ? RecallGrade.EASY : RecallGrade.GOOD;
        }
        return rating >= scale.mastery() - 1 ? RecallGrade.HARD : RecallGrade.AGAIN;
    }
}
