package org.ownpath.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ownpath.access.Role;
import org.ownpath.engine.Form;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/** What the district's design choices accept as evidence, each refusal with its remedy. For one thread. */
final class Acceptance {

    private final ChoiceBook choices;
    private final Curriculum curriculum;
    private final Map<String, Place> places = new HashMap<>();

    Acceptance(ChoiceBook choices, Curriculum curriculum) {
        this.choices = choices;
        this.curriculum = curriculum;
    }

    /** Why an observation that somebody records at this moment is not accepted. */
    List<Reason> reasons(Observation observation, Instant at) {
        Set<String> subjects = subjects(observation);
        List<Reason> reasons = new ArrayList<>();
        if (subjects.size() > 1 && !choices.inForce(Settings.ACROSS_SUBJECTS, Place.DISTRICT, at)) {
            reasons.add(new Reason(
                    "competency",
                    "It rates several subjects (" + String.join(", ", subjects)
                            + "), and one piece may rate only one here. Record it once for each subject."));
        }
        subjects.forEach(subject -> addReasons(observation.nature(), subject, at, reasons));
        return reasons;
    }

    /** Why somebody with these roles may not record it at this moment. */
    List<Reason> reasonsAgainst(Set<Role> roles, Observation observation, Instant at) {
        if (observation.nature().form() != Form.PROFESSIONAL_JUDGEMENT) {
            return List.of();
        }
        return subjects(observation).stream()
                .filter(subject -> choices.inForce(Settings.JUDGES, place(subject), at).stream()
                        .noneMatch(roles::contains))
                .map(subject -> new Reason(
                        "form",
                        "A professional judgement in " + subject
                                + " is given by others here. Ask one of them, or choose another form."))
                .toList();
    }

    private void addReasons(Observation.Nature nature, String subject, Instant at, List<Reason> reasons) {
        Place place = place(subject);
        if (!choices.inForce(Settings.FORMS, place, at).contains(nature.form())) {
            reasons.add(new Reason(
                    "form",
                    "The form '" + nature.form().words() + "' is not accepted in " + subject
                            + ". Choose another form."));
        }
        if (!choices.inForce(Settings.CONTEXTS, place, at).contains(nature.context())) {
            reasons.add(new Reason(
                    "context",
                    "What was shown in '" + nature.context().words() + "' is not accepted in " + subject
                            + ". Choose where else it was shown."));
        }
    }

    private Set<String> subjects(Observation observation) {
        Set<String> subjects = new TreeSet<>();
        observation
                .ratings()
                .forEach(rating -> curriculum
                        .competency(rating.competency())
                        .map(Competency::subject)
                        .ifPresent(subjects::add));
        return subjects;
    }

    private Place place(String subject) {
        return places.computeIfAbsent(subject, Place.DISTRICT::subject);
    }
}
