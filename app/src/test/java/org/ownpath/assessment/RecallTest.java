package org.ownpath.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.time.Fsrs;
import org.ownpath.engine.time.RecallGrade;
import org.ownpath.framework.Scale;

/** When a short check is worth proposing. */
class RecallTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private static Piece shown(String day, Form form, double rating) {
        Instant at = Instant.parse(day + "T09:00:00Z");
        return new Piece(
                UUID.randomUUID(),
                form,
                Depth.APPLY,
                Context.CLASS,
                Purpose.SUMMATIVE,
                UUID.randomUUID(),
                Result.rated(rating),
                at,
                at);
    }

    @Test
    void each_showing_is_a_review_graded_by_its_rating() {
        Fsrs fsrs = Fsrs.standard();
        var memory = fsrs.first(RecallGrade.HARD, LocalDate.of(2026, 1, 10));
        memory = fsrs.review(memory, RecallGrade.GOOD, LocalDate.of(2026, 1, 20));
        memory = fsrs.review(memory, RecallGrade.EASY, LocalDate.of(2026, 3, 1));
        List<Piece> pieces = new ArrayList<>(List.of(
                shown("2026-03-01", Form.TEST, 4),
                shown("2026-01-10", Form.TEST, 2),
                shown("2026-01-20", Form.PROJECT, 3)));
        pieces.add(shown("2026-06-01", Form.SELF_ASSESSMENT, 4));
        Recall recall = Recall.of(pieces, Scale.FOUR_POINT, TODAY).orElseThrow();
        assertThat(recall.last()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(recall.chance()).isEqualTo(fsrs.recall(memory, TODAY));
    }

    @Test
    void what_was_never_rated_is_not_asked_again() {
        assertThat(Recall.of(List.of(), Scale.FOUR_POINT, TODAY)).isEmpty();
    }

    @Test
    void grades_follow_the_scale() {
        assertThat(List.of(1.0, 2.0, 2.5, 3.0, 3.5, 4.0))
                .extracting(rating -> Recall.grade(rating, Scale.FOUR_POINT))
                .containsExactly(
                        RecallGrade.AGAIN,
                        RecallGrade.HARD,
                        RecallGrade.HARD,
                        RecallGrade.GOOD,
                        RecallGrade.GOOD,
                        RecallGrade.EASY);
    }
}
