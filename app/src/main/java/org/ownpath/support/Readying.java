package org.ownpath.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.pathway.Pathway;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What each student could work on in a subject, how much it would help, and why. */
@Component
class Readying {

    private static final int READY = 6;
    private static final int BEGUN = 3;
    private static final int NOTICED = 4;
    private static final int PLANNED = 6;

    private final Mastery mastery;
    private final Frameworks frameworks;
    private final SignalRows signals;
    private final PlanRows plans;
    private final Pathway pathway;

    Readying(Mastery mastery, Frameworks frameworks, SignalRows signals, PlanRows plans, Pathway pathway) {
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.signals = signals;
        this.plans = plans;
        this.pathway = pathway;
    }

    /** One thing that a student could work on. */
    record Option(CompetencyId competency, int gain, String why) {}

    private record Showing(StudentId student, CompetencyId competency) {}

    Map<StudentId, List<Option>> options(Collection<StudentId> students, String subject) {
        Curriculum curriculum = frameworks.curriculum();
        States states = mastery.states(students);
        Set<Showing> noticed = signals.of(students).stream()
                .filter(signal -> signal.kind() != SignalKind.RACING)
                .flatMap(signal -> signal.competencies().stream().map(c -> new Showing(signal.student(), c)))
                .collect(Collectors.toSet());
        Set<Showing> planned = plans.of(students).stream()
                .filter(Plan::open)
                .flatMap(plan -> plan.agreement().competencies().stream().map(c -> new Showing(plan.student(), c)))
                .collect(Collectors.toSet());
        Map<StudentId, Integer> beginnings = pathway.beginnings(students, subject);
        Map<StudentId, List<Option>> options = new HashMap<>();
        for (StudentId student : students) {
            int begins = beginnings.getOrDefault(student, 0);
            List<Option> own = new ArrayList<>();
            for (Competency competency : curriculum.ofSubject(subject)) {
                State state = states.of(student, competency.id());
                boolean ready = curriculum.graph().prerequisites(competency.id()).stream()
                        .allMatch(before -> states.of(student, before).standing()
                                || curriculum
                                        .competency(before)
                                        .filter(c -> below(c, begins))
                                        .isPresent());
                if (!state.standing() && !below(competency, begins) && (ready || state != State.NO_EVIDENCE)) {
                    Showing showing = new Showing(student, competency.id());
                    own.add(option(showing, state, ready, noticed.contains(showing), planned.contains(showing)));
                }
            }
            options.put(student, own);
        }
        return options;
    }

    private static boolean below(Competency competency, int level) {
        return competency.level().isPresent() && competency.level().getAsInt() < level;
    }

    private static Option option(Showing showing, State state, boolean ready, boolean noticed, boolean planned) {
        int gain = 1;
        List<String> why = new ArrayList<>();
        if (ready) {
            gain += READY;
            why.add("ready");
        }
        if (state != State.NO_EVIDENCE) {
            gain += BEGUN;
            why.add("begun");
        }
        if (noticed) {
            gain += NOTICED;
            why.add("on the list of those who need somebody");
        }
        if (planned) {
            gain += PLANNED;
            why.add("part of a plan");
        }
        return new Option(showing.competency(), gain, String.join(", ", why));
    }
}
