package org.ownpath.portal.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers to the parts of a task. */
class PartedWorkTest {

    private static final List<String> PARTS = List.of("Act it.", "Explain it.", "Turn it round.");

    @Test
    void answers_are_found_again_in_the_one_text_that_they_became() {
        PartedWork written = PartedWork.of(PARTS, List.of("A film of it", "", "He stays.\nNobody leaves."), "By me");

        PartedWork read = PartedWork.of(PARTS, written.body());

        assertThat(read).isEqualTo(written);
        assertThat(written.body())
                .startsWith("By me")
                .contains("# 3. Turn it round.")
                .doesNotContain("Explain it.");
    }

    @Test
    void a_text_of_a_task_without_parts_stays_as_it_is() {
        assertThat(PartedWork.of(List.of(), "# 1. Act it.\nMine").rest()).isEqualTo("# 1. Act it.\nMine");
        assertThat(PartedWork.of(PARTS, List.of("One"), "").answers()).containsExactly("One", "", "");
    }
}
