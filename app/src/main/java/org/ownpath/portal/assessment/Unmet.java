package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.assessment.Demonstration;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What a student does not stand mastered in. */
@Component
class Unmet {

    private final Mastery mastery;
    private final Frameworks frameworks;

    Unmet(Mastery mastery, Frameworks frameworks) {
        this.mastery = mastery;
        this.frameworks = frameworks;
    }

    /** What a demonstration was about and is not mastered: all that another try is about. */
    List<Competency> of(Demonstration demonstration) {
        return of(demonstration.student(), demonstration.competencies());
    }

    List<Competency> of(StudentId student, List<CompetencyId> competencies) {
        Set<CompetencyId> mastered = mastery.of(List.of(student), competencies).stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
        return frameworks.curriculum().all(competencies).stream()
                .filter(competency -> !mastered.contains(competency.id()))
                .toList();
    }
}
