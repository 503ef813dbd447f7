package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Learners who work through a structure with so many tries each. */
class PracticeTest {

    private static final int TRIES = 10;

    private final Practice practice = new Practice(
            KnowledgeStructure.generated(3, 4, 1), Population.standard(), new Advancement.MOfN(3, 3), TRIES);

    @Test
    void each_competency_ends_with_the_rule_met_or_the_tries_used_up() {
        for (LearnerModel model : LearnerModel.all()) {
            Practice.Learner learner = practice.learner(model, 5, 17);
            assertThat(learner.worked()).hasSize(12).allSatisfy(worked -> {
                int last = worked.ratings().size();
                boolean inARow = last >= 3
                        && worked.ratings().subList(last - 3, last).stream().allMatch(rating -> rating >= 3);
                assertThat(worked.mastered()).isEqualTo(inARow);
                assertThat(worked.mastered() || last == TRIES).isTrue();
            });
        }
    }

    @Test
    void the_same_learner_does_the_same_and_another_does_not() {
        LearnerModel model = LearnerModel.all().get(0);
        assertThat(practice.learner(model, 5, 17)).isEqualTo(practice.learner(model, 5, 17));
        assertThat(practice.learner(model, 5, 18)).isNotEqualTo(practice.learner(model, 5, 17));
    }

    @Test
    void who_learns_at_once_and_is_checked_without_error_needs_three_tries_each() {
        Practice.Learner learner = practice.learner(KnowledgeTracing.sure(), 1, 1);
        assertThat(learner.worked()).allSatisfy(worked -> {
            assertThat(worked.ratings()).hasSize(3);
            assertThat(worked.hidden()).isEqualTo(new Practice.Hidden(true, 0));
        });
    }
}
