package org.ownpath.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.framework.Scale;
import org.ownpath.shared.CompetencyId;

/** How marks become ratings. */
class RubricTest {

    private static final CompetencyId ONE = CompetencyId.next();
    private static final CompetencyId TWO = CompetencyId.next();
    private static final List<Criterion.Level> LEVELS = Rubric.levels(Scale.FOUR_POINT, List.of("a", "b", "c", "d"));
    private static final Rubric RUBRIC = new Rubric(List.of(
            new Criterion(1, "Alone", List.of(ONE), LEVELS),
            new Criterion(2, "Shared", List.of(ONE, TWO), LEVELS),
            new Criterion(3, "Other", List.of(TWO), LEVELS)));

    private static Marks marks(Map<Integer, Double> marks) {
        return new Marks(marks);
    }

    @Test
    void a_rating_is_the_mean_of_the_marks_that_map_to_it_and_what_is_not_seen_counts_neither_way() {
        assertThat(RUBRIC.ratings(marks(Map.of(1, 2.0, 2, 3.0)), List.of(ONE, TWO)))
                .isEqualTo(Map.of(ONE, 2.5, TWO, 3.0));
        assertThat(RUBRIC.ratings(marks(Map.of(1, 2.0)), List.of(ONE, TWO))).isEqualTo(Map.of(ONE, 2.0));
    }

    @Test
    void narrowed_to_what_is_unmet_it_keeps_the_numbers_of_its_criteria() {
        assertThat(RUBRIC.about(List.of(TWO)).criteria())
                .extracting(Criterion::number)
                .containsExactly(2, 3);
    }

    @Property
    void ratings_lie_between_the_lowest_and_the_highest_mark(
            @ForAll @Size(3) List<@IntRange(min = 1, max = 4) Integer> given) {
        Map<Integer, Double> marks = new HashMap<>();
        given.forEach(mark -> marks.put(marks.size() + 1, (double) mark));
        double lowest = given.stream().mapToInt(m -> m).min().orElseThrow();
        double highest = given.stream().mapToInt(m -> m).max().orElseThrow();
        assertThat(RUBRIC.ratings(marks(marks), List.of(ONE, TWO)).values())
                .hasSize(2)
                .allMatch(rating -> rating >= lowest && rating <= highest);
    }

    @Test
    void it_reads_back_as_it_was_written() {
        assertThat(Json.read(Json.write(RUBRIC), Rubric.class)).isEqualTo(RUBRIC);
    }
}
