package org.ownpath.portal.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Rule;
import org.ownpath.policy.Scope;

/** What a leader types into the form of a proposal becomes a rule. */
class ProposalFormTest {

    private static final Preset BEST_TWO = Presets.find(Presets.DEFAULT_ID, 3).orElseThrow();

    private static Rule rule(Preset start, String practice) {
        ProposalForm form = new ProposalForm("district", "today", "", "", List.of(), "", "", "", "", practice);
        return form.over(start, Scope.district())
                .proposal()
                .orElseThrow()
                .choices()
                .rules()
                .get(0)
                .rule();
    }

    @Test
    void formative_work_counts_or_is_seen_without_counting() {
        assertThat(rule(BEST_TWO, "")).isEqualTo(BEST_TWO.rule());
        Rule without = rule(BEST_TWO, ProposalForm.COUNTS_NOT);
        assertThat(without.counting().purposes()).containsExactly(Purpose.SUMMATIVE);
        assertThat(without.sentence()).contains("summative");
        Preset strict = new Preset("strict", "Ownpath", "Strict", "", without);
        assertThat(rule(strict, ProposalForm.COUNTS)).isEqualTo(BEST_TWO.rule());
        assertThat(rule(strict, "")).isEqualTo(without);
    }
}
