package org.ownpath.portal.integrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Scale;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed about how what a program sends counts: from how many percent on it is which level, and what sort of
 * evidence it is.
 */
public record CountingForm(MultiValueMap<String, String> typed, Scale scale) implements TypedForm {

    /** What was typed, or this where nothing was. */
    public String text(String name, String usual) {
        return text(name).isEmpty() ? usual : text(name);
    }

    /** From which percentage on a level is reached, as it was typed; where nothing was yet, a usual one. */
    public String step(int level) {
        String said = typed.getFirst("step" + level);
        if (said != null) {
            return said.strip();
        }
        Scale.Level it = scale.levels().get(level);
        if (it.value() < scale.mastery()) {
            return level == 0 ? "0" : "50";
        }
        return it.value() == scale.mastery() ? "80" : "";
    }

    /** The field that holds something else than it may; empty when all is in order. */
    public Optional<String> problem() {
        for (int level = 0; level < scale.levels().size(); level++) {
            if (!step(level).isEmpty() && !step(level).matches("\\d{1,3}(\\.\\d{1,2})?")) {
                return Optional.of("'" + step(level) + "' is no percentage. Write a number from 0 to 100, or nothing.");
            }
        }
        return Optional.empty();
    }

    /** From which part on it is rated how. */
    public List<EvidenceRule.Step> steps() {
        List<EvidenceRule.Step> steps = new ArrayList<>();
        for (int level = 0; level < scale.levels().size(); level++) {
            if (!step(level).isEmpty()) {
                steps.add(new EvidenceRule.Step(
                        Double.parseDouble(step(level)) / 100,
                        scale.levels().get(level).value()));
            }
        }
        return steps;
    }

    /** What sort of evidence it is. */
    public Observation.Nature nature() {
        return new Observation.Nature(
                Form.ofCode(text("form")).orElse(Form.TEST),
                Depth.ofCode(text("depth")).orElse(Depth.APPLY),
                Context.ofCode(text("context")).orElse(Context.ONLINE),
                Purpose.ofCode(text("purpose")).orElse(Purpose.FORMATIVE));
    }
}
