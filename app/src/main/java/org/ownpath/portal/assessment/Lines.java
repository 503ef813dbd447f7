package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;

/** Gives demonstrations the names that people read. */
@Component
class Lines {

    private final Demonstrations demonstrations;
    private final Roster roster;
    private final Frameworks frameworks;

    Lines(Demonstrations demonstrations, Roster roster, Frameworks frameworks) {
        this.demonstrations = demonstrations;
        this.roster = roster;
        this.frameworks = frameworks;
    }

    /** The demonstration of an address, if the viewer may see it. */
    Line one(Viewer viewer, DemonstrationId id) {
        return demonstrations
                .find(viewer, id)
                .map(found -> of(List.of(found)).get(0))
                .orElseThrow(() -> new NotFound(
                        "This is not here, or about a student who is not yours. Look at what is open for you."));
    }

    List<Line> of(List<Demonstration> found) {
        Set<PersonId> people = found.stream()
                .flatMap(d -> Stream.of(d.student().person(), d.assessor()))
                .collect(Collectors.toSet());
        Names names = Names.of(roster, people);
        Curriculum curriculum = frameworks.curriculum();
        return found.stream()
                .map(d -> new Line(
                        d, names.of(d.student().person()), names.of(d.assessor()), curriculum.all(d.competencies())))
                .toList();
    }
}
