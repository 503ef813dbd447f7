package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Aggregation LATEST = new Aggregation.Latest();

    private static void refused(Runnable rule, String remedy) {
        assertThatThrownBy(rule::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(remedy);
    }

    @Test
    void a_rule_that_nobody_could_meet_is_refused() {
        Requirements project = Requirements.reaching(3).withForm(Form.PROJECT);
        Rule rule = Rule.of(LATEST, project);
        refused(() -> rule.withCounting(Counting.everything().onlyForms(Form.TEST)), "a project");
        Requirements self = Requirements.reaching(3).withForm(Form.SELF_ASSESSMENT);
        refused(() -> Rule.of(LATEST, self), "a self-assessment");
        Rule deep = Rule.of(LATEST, Requirements.reaching(3).atDepth(Depth.CREATE));
        refused(() -> deep.withCounting(Counting.everything().onlyDepths(Depth.APPLY)), "creating");
        Rule wide = Rule.of(LATEST, Requirements.reaching(3).inContexts(2));
        refused(() -> wide.withCounting(Counting.everything().onlyContexts(Context.CLASS)), "only 1 count");
    }

    @Test
    void a_missed_chance_may_not_count_as_mastery() {
        Rule rule = Rule.of(LATEST, Requirements.reaching(3));
        refused(() -> rule.withCounting(Counting.everything().missedAs(3)), "lowest value");
    }

    @Test
    void numbers_out_of_range_are_refused_with_the_range() {
        refused(() -> Requirements.reaching(Double.NaN), "from -1000 to 1000");
        refused(() -> Requirements.reaching(3).times(0), "from 1 to 100");
        refused(() -> new Aggregation.BestN(0), "from 1 to 100");
        refused(() -> new Aggregation.DecayingAverage(0), "from 0.01 to 1");
        refused(() -> Result.rated(Double.POSITIVE_INFINITY), "from -1000 to 1000");
        refused(() -> Counting.everything().withinDays(0), "from 1 to 36500");
    }

    @Test
    void presets_come_in_order_for_the_threshold_of_the_scale() {
        List<Preset> presets = Presets.forThreshold(2.5);
        assertThat(presets)
                .extracting(Preset::id)
                .startsWith("latest", "highest", "best-2")
                .contains("decaying-average", "driving-licence", "slate", "canvas-n-mastery", "oatutor")
                .doesNotHaveDuplicates();
        assertThat(presets)
                .filteredOn(preset -> !preset.id().equals("slate"))
                .allMatch(preset -> preset.rule().cut() == 2.5);
        Rule byDefault = Presets.find(Presets.DEFAULT_ID, 3).orElseThrow().rule();
        assertThat(byDefault.aggregation()).isEqualTo(new Aggregation.BestN(2));
        assertThat(byDefault.requirements()).isEqualTo(Requirements.reaching(3).times(2));
    }

    @Test
    void every_word_is_found_by_its_code_and_no_other() {
        for (Form form : Form.values()) {
            assertThat(Form.ofCode(form.code())).contains(form);
        }
        assertThat(Form.PERFORMANCE_TASK.code()).isEqualTo("performance_task");
        assertThat(Form.PERFORMANCE_TASK.words()).isEqualTo("performance task");
        assertThat(Depth.ofCode("create")).contains(Depth.CREATE);
        assertThat(Context.ofCode("community")).contains(Context.COMMUNITY);
        assertThat(Purpose.ofCode("formative")).contains(Purpose.FORMATIVE);
        assertThat(State.ofCode("needs_refresh")).contains(State.NEEDS_REFRESH);
        assertThat(Form.ofCode("TEST")).isEmpty();
    }
}
