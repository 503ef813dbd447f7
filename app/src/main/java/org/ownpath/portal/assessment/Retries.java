package org.ownpath.portal.assessment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Stage;
import org.ownpath.framework.Competency;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which other tries are worth making: of each competency the last that was scored, unless one is under way. */
@Component
class Retries {

    private static final int AT_ONCE = 30;

    private final Demonstrations demonstrations;
    private final Requests requests;
    private final Unmet unmet;
    private final Lines lines;

    Retries(Demonstrations demonstrations, Requests requests, Unmet unmet, Lines lines) {
        this.demonstrations = demonstrations;
        this.requests = requests;
        this.unmet = unmet;
        this.lines = lines;
    }

    /** A student's, what was shown last first. */
    List<Retry> of(Viewer viewer, StudentId student) {
        Map<Line, List<CompetencyId>> last = last(lines.of(demonstrations.ofStudent(viewer, student)));
        List<Competency> missing =
                unmet.of(student, last.values().stream().flatMap(List::stream).toList());
        return last.entrySet().stream()
                .map(each -> retry(
                        each.getKey(),
                        missing.stream()
                                .filter(c -> each.getValue().contains(c.id()))
                                .toList()))
                .filter(retry -> !retry.missing().isEmpty())
                .toList();
    }

    /** Those of all students who have shown something to the viewer lately, student by student. */
    List<Retry> lately(Viewer viewer) {
        Set<StudentId> students = demonstrations.inHandsOf(viewer).stream()
                .filter(d -> d.stage() == Stage.SCORED)
                .filter(d -> demonstrations.answers(viewer, d))
                .map(Demonstration::student)
                .collect(Collectors.toSet());
        Map<StudentId, List<Retry>> byStudent = students.stream()
                .limit(AT_ONCE)
                .collect(Collectors.toMap(student -> student, student -> of(viewer, student)));
        return byStudent.values().stream()
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparing(retry -> retry.line().student()))
                .toList();
    }

    /** The last that was scored of each competency that nothing under way is about; latest first. */
    private static Map<Line, List<CompetencyId>> last(List<Line> all) {
        Set<CompetencyId> told = all.stream()
                .map(Line::demonstration)
                .filter(d -> d.stage().open())
                .flatMap(d -> d.competencies().stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<Line, List<CompetencyId>> last = new LinkedHashMap<>();
        for (Line line : all) {
            if (line.demonstration().stage() == Stage.SCORED) {
                last.put(
                        line,
                        line.demonstration().competencies().stream()
                                .filter(told::add)
                                .toList());
            }
        }
        return last;
    }

    private Retry retry(Line line, List<Competency> missing) {
        StudentId student = line.demonstration().student();
        List<CompetencyId> ids = missing.stream().map(Competency::id).toList();
        return new Retry(
                line,
                missing,
                requests.opensAgain(student, ids),
                requests.practice(student, ids),
                requests.otherVersions(line.demonstration()).size());
    }
}
