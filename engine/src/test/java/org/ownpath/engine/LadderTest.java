package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.Ladder.Position;
import org.ownpath.engine.Ladder.Rung;

class LadderTest {

    private static Position position(Rung... rungs) {
        return Ladder.position(List.of(rungs));
    }

    @Test
    void a_student_can_be_in_sixth_and_seventh_grade_at_once() {
        Position position =
                position(new Rung(7, 10, 2, 1), new Rung(5, 8, 8, 0), new Rung(6, 10, 4, 3), new Rung(8, 10, 0, 0));
        assertThat(position.completeThrough()).hasValue(5);
        assertThat(position.workingLevel()).isEqualTo(6);
        assertThat(position.activeLevels()).containsExactly(6, 7);
        assertThat(position.fractionalLevel()).isCloseTo(5.4, within(1e-12));
    }

    @Test
    void who_has_not_begun_stands_before_kindergarten() {
        Position position = position(new Rung(0, 5, 0, 0), new Rung(1, 5, 0, 0));
        assertThat(position.completeThrough()).isEmpty();
        assertThat(position.workingLevel()).isZero();
        assertThat(position.activeLevels()).isEmpty();
        assertThat(position.fractionalLevel()).isEqualTo(-1);
    }

    @Test
    void who_has_completed_everything_stands_at_the_top() {
        Position position = position(new Rung(11, 3, 3, 0), new Rung(12, 2, 2, 0));
        assertThat(position.completeThrough()).hasValue(12);
        assertThat(position.workingLevel()).isEqualTo(12);
        assertThat(position.fractionalLevel()).isEqualTo(12);
    }

    @Test
    void a_hole_below_keeps_the_levels_above_active_and_incomplete() {
        Position position = position(new Rung(2, 4, 3, 0), new Rung(3, 4, 4, 0));
        assertThat(position.completeThrough()).isEmpty();
        assertThat(position.activeLevels()).containsExactly(2, 3);
    }

    @Test
    void rungs_without_competencies_are_skipped() {
        Position position =
                position(new Rung(0, 0, 0, 0), new Rung(1, 4, 4, 0), new Rung(2, 0, 0, 0), new Rung(3, 4, 1, 0));
        assertThat(position.completeThrough()).hasValue(1);
        assertThat(position.workingLevel()).isEqualTo(3);
        assertThat(position.fractionalLevel()).isCloseTo(2.25, within(1e-12));
    }

    @Test
    void rungs_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Rung(13, 1, 0, 0)).hasMessageContaining("13");
        assertThatThrownBy(() -> new Rung(3, 2, 2, 1)).hasMessageContaining("Count each competency once");
        assertThatThrownBy(() -> position(new Rung(3, 0, 0, 0))).hasMessageContaining("at least one level");
        assertThatThrownBy(() -> position(new Rung(3, 2, 0, 0), new Rung(3, 1, 0, 0)))
                .hasMessageContaining("each level once");
    }

    @Property
    void mastering_one_more_never_lowers_the_position(
            @ForAll @Size(13) List<@IntRange(max = 3) Integer> mastered, @ForAll @IntRange(max = 12) int where) {
        List<Integer> more = new ArrayList<>(mastered);
        more.set(where, Math.min(3, mastered.get(where) + 1));
        assertThat(of(more).fractionalLevel())
                .isGreaterThanOrEqualTo(of(mastered).fractionalLevel());
        assertThat(of(more).completeThrough().orElse(-1))
                .isGreaterThanOrEqualTo(of(mastered).completeThrough().orElse(-1));
    }

    private static Position of(List<Integer> mastered) {
        return Ladder.position(IntStream.range(0, 13)
                .mapToObj(level -> new Rung(level, 3, mastered.get(level), 0))
                .toList());
    }

    @Test
    void growth_is_what_stands_now_less_what_stood_at_the_baseline() {
        List<Verdict> then = List.of(verdict(State.MASTERED), verdict(State.NOT_YET), verdict(State.NOT_YET));
        List<Verdict> now = List.of(verdict(State.NEEDS_REFRESH), verdict(State.MASTERED), verdict(State.NOT_YET));
        Growth growth = Growth.since(Maya.FIRST_DAY, then, now);
        assertThat(growth).isEqualTo(new Growth(Maya.FIRST_DAY, 1, 2));
        assertThat(growth.gained()).isEqualTo(1);
    }

    private static Verdict verdict(State state) {
        return new Verdict(state, OptionalDouble.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
