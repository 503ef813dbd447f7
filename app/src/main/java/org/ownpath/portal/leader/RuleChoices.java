package org.ownpath.portal.leader;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.springframework.stereotype.Component;

/** The rules that a proposal can start from: those with a name, on the scale of what they are for, and today's. */
@Component
class RuleChoices {

    private final Rules rules;
    private final Frameworks frameworks;
    private final Clock clock;

    RuleChoices(Rules rules, Frameworks frameworks, Clock clock) {
        this.rules = rules;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    List<String> subjects() {
        return frameworks.curriculum().subjects();
    }

    List<Preset> presets(Optional<String> subject) {
        return Presets.forThreshold(scale(subject).mastery());
    }

    ProposalForm.Read read(ProposalForm form) {
        Optional<String> subject = form.forSubject();
        if (subject.isPresent() && !subjects().contains(subject.get())) {
            return refused("There is no subject '" + subject.get() + "' in use. Choose one of those shown.");
        }
        Optional<Preset> start = form.base().equals(ProposalForm.TODAY)
                ? Optional.of(today(subject))
                : Presets.find(form.base(), scale(subject).mastery());
        return start.map(preset -> form.over(preset, subject))
                .orElseGet(() -> refused("There is no rule '" + form.base() + "'. Choose one of those shown."));
    }

    private static ProposalForm.Read refused(String problem) {
        return new ProposalForm.Read(Optional.empty(), List.of(problem));
    }

    private Preset today(Optional<String> subject) {
        RuleVersion inForce = subject.map(s -> rules.book().inForce(s, clock.instant()))
                .orElseGet(() -> rules.book().inForce(clock.instant()));
        return new Preset(ProposalForm.TODAY, "", inForce.title(), "", inForce.rule());
    }

    /** Of the subject's framework, or else of the first that is in use. */
    private Scale scale(Optional<String> subject) {
        Curriculum curriculum = frameworks.curriculum();
        return subject.flatMap(s -> curriculum.ofSubject(s).stream().findFirst())
                .or(() -> curriculum.inUse().stream().findFirst())
                .map(curriculum::scaleOf)
                .orElse(Scale.FOUR_POINT);
    }
}
