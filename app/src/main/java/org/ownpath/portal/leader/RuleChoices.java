package org.ownpath.portal.leader;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.insight.Replay;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Uncounted;
import org.springframework.stereotype.Component;

/** The rules that a proposal can start from: those with a name, on the scale of what they are for, and today's. */
@Component
public class RuleChoices {

    private static final Set<Scope.Kind> SORTS = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT, Scope.Kind.LEVEL);

    private final Rules rules;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Parts parts;
    private final Clock clock;

    RuleChoices(Rules rules, Frameworks frameworks, DesignChoices choices, Parts parts, Clock clock) {
        this.rules = rules;
        this.frameworks = frameworks;
        this.choices = choices;
        this.parts = parts;
        this.clock = clock;
    }

    /** A part of the district, the rule that it had when a replay was asked for, and the drafted one in words. */
    public record Line(String who, RuleVersion today, String title, String sentence) {}

    List<Line> lines(Replay replay) {
        return replay.proposal().choices().rules().stream()
                .map(change -> new Line(
                        parts.words(change.scope()),
                        rules.book().inForce(Place.of(change.scope()), replay.askedAt()),
                        change.ended() ? "No rule of its own" : change.title(),
                        change.ended()
                                ? "It follows the broader rule again."
                                : change.rule().sentence()))
                .toList();
    }

    /** The drafted answers to settings, each beside what it was when the replay was asked for. */
    List<DraftLine> answers(Replay replay) {
        ChoiceDraft settings = new ChoiceDraft(replay.proposal().choices().settings(), List.of());
        return DraftLine.of(settings, new DraftLine.Before(choices.book(), rules.book(), parts, replay.askedAt()));
    }

    /** Why nothing can be counted of a drafted answer, by the setting's id. */
    Map<String, String> uncounted(Replay replay) {
        return replay.proposal().choices().settings().stream()
                .map(change -> change.setting())
                .distinct()
                .flatMap(setting -> Uncounted.of(setting).stream().map(reason -> Map.entry(setting.id(), reason.why())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Parts.Group> groups() {
        return parts.groups(SORTS);
    }

    /** By the system that they are known from. */
    Map<String, List<Preset>> presets() {
        return Presets.forThreshold(scale(Optional.empty()).mastery()).stream()
                .collect(Collectors.groupingBy(Preset::group, LinkedHashMap::new, Collectors.toList()));
    }

    ProposalForm.Read read(ProposalForm form) {
        if (!(parts.chosen(form.scope(), "") instanceof Parts.Chosen.Part part)) {
            return refused("Choose for which part of the district the rule would be.");
        }
        Optional<Preset> start = form.base().equals(ProposalForm.TODAY)
                ? Optional.of(today(part.scope()))
                : Presets.find(form.base(), scale(subject(part.scope())).mastery());
        return start.map(preset -> form.over(preset, part.scope()))
                .orElseGet(() -> refused("There is no rule '" + form.base() + "'. Choose one of those shown."));
    }

    private static ProposalForm.Read refused(String problem) {
        return new ProposalForm.Read(Optional.empty(), List.of(problem));
    }

    private Preset today(Scope scope) {
        RuleVersion inForce = rules.book().inForce(Place.of(scope), clock.instant());
        return new Preset(ProposalForm.TODAY, "", inForce.title(), "", inForce.rule());
    }

    private static Optional<String> subject(Scope scope) {
        return Place.of(scope).scopes().stream()
                .flatMap(part -> part instanceof Scope.Subject one
                        ? Optional.of(one.subject()).stream()
                        : java.util.stream.Stream.empty())
                .findFirst();
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
