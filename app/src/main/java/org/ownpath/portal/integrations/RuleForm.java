package org.ownpath.portal.integrations;

import java.util.List;
import java.util.Optional;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed about a rule.
 *
 * @param competency empty: the statement names it
 * @param scale on which that competency is rated
 */
public record RuleForm(MultiValueMap<String, String> typed, Optional<Competency> competency, Scale scale) {

    /** Stands for whatever competency a statement names. */
    public static final String NAMED = "named";

    /** What was typed in a field. */
    public String text(String name) {
        return counting().text(name);
    }

    /** What was typed, or this where nothing was. */
    public String text(String name, String usual) {
        return counting().text(name, usual);
    }

    /** How it counts. */
    public CountingForm counting() {
        return new CountingForm(typed, scale);
    }

    /** The field of this form that holds something else than it may; empty when all is in order. */
    public Optional<String> problem() {
        return counting().problem();
    }

    /** The rule. */
    public EvidenceRule rule() {
        return new EvidenceRule(
                EvidenceRuleId.of(text("id")),
                text("name"),
                new EvidenceRule.Matching(text("verb"), text("activity", competency.isPresent() ? "" : "*")),
                competency.map(Competency::id),
                EvidenceRule.Measure.ofCode(text("measure")).orElse(EvidenceRule.Measure.SCORE),
                competency.isPresent() ? counting().steps() : List.of(),
                counting().nature());
    }
}
